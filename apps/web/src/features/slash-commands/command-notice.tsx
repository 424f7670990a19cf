import { Button, CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './command-notice.module.css';
import type { CommandNotice as Notice } from './use-commands.ts';

interface CommandNoticeProps {
  notice: Notice;
  onSendAsText: () => void;
  onClose: () => void;
}

/** Above the composer: why a command was not run, while what was written stays. */
export function CommandNotice({ notice, onSendAsText, onClose }: CommandNoticeProps) {
  const { t } = useTranslation('commands');
  const { text, unknown } = notice;
  return (
    <div className={classes.notice} role="alert">
      <span className={classes.text}>{text}</span>
      {unknown && <Button size="compact-sm" variant="default" onClick={onSendAsText}>{t('sendAsText')}</Button>}
      <CloseButton size={28} aria-label={t('close', { ns: 'common' })} onClick={onClose} />
    </div>
  );
}
