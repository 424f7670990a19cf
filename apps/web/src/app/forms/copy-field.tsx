import { Button, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './copy-field.module.css';

interface CopyFieldProps {
  label: string;
  value: string;
}

/** A link to hand over. Selected when focused: it can be copied where the clipboard is out of reach. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      field.current?.select();
      document.execCommand('copy');
    }
    setCopied(value);
  };
  const isCopied = copied === value;
  return (
    <div className={classes.row}>
      <TextInput ref={field} className={classes.field} label={label} value={value} readOnly onFocus={(event) => event.currentTarget.select()} />
      <Button variant="default" onClick={() => void copy()} leftSection={isCopied ? <IconCheck size={17} aria-hidden /> : <IconCopy size={17} aria-hidden />}>
        <span aria-live="polite">{t(isCopied ? 'copied' : 'copy')}</span>
      </Button>
    </div>
  );
}
