import { ActionIcon } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const SendLaterMenu = lazy(async () => ({ default: (await import('./send-later-menu.tsx')).SendLaterMenu }));

export interface SendLaterProps {
  /** Rejects when it was not scheduled; that is told by then. */
  onPick: (sendAt: string) => Promise<unknown>;
}

/** Beside Send: at another time. */
export function SendLaterButton({ disabled, onPick }: SendLaterProps & { disabled: boolean }) {
  const { t } = useTranslation('scheduled');
  const [wanted, setWanted] = useState(false);
  const button = (props: object) => (
    <ActionIcon size={34} w={24} variant="subtle" color="indigo" aria-label={t('later.title')} aria-haspopup="menu" aria-expanded={false} disabled={disabled} {...props}>
      <IconChevronDown size={16} aria-hidden />
    </ActionIcon>
  );
  // Once there is nothing to send: a menu that opened by itself with the next letter would take the keys of who writes on.
  if (wanted && disabled) setWanted(false);
  if (!wanted || disabled) return button({ onClick: () => setWanted(true) });
  return <Suspense fallback={button({})}><SendLaterMenu onPick={onPick}>{button}</SendLaterMenu></Suspense>;
}
