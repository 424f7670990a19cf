import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface AlsoInChannelProps {
  /** Of the conversation. */
  title: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** Stands below threads only: a file of its own, as the first screen does without. */
export function AlsoInChannel({ title, checked, onChange }: AlsoInChannelProps) {
  const { t } = useTranslation('threads');
  return <Checkbox size="xs" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} label={t('alsoSend', { title })} />;
}
