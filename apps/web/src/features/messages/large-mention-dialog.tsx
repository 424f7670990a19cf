import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import type { LargeMention } from './large-mention.ts';

interface LargeMentionDialogProps extends DialogProps {
  mention: LargeMention;
  title: string;
  onAnswer: (send: boolean) => void;
}

/** Asks before a message calls many people. Escape goes back to what was written. */
export function LargeMentionDialog({ mention: { count, words }, title, onAnswer, onClose }: LargeMentionDialogProps) {
  const { t, i18n } = useTranslation('messages');
  const who = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(words);
  const answer = (send: boolean) => {
    onAnswer(send);
    onClose();
  };
  return (
    <DialogFrame onClose={() => answer(false)} title={t('largeMention.title', { count })}>
      <p style={{ margin: '0 0 16px' }}>{t('largeMention.text', { who, title })}</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => answer(false)}>{t('largeMention.back')}</Button>
        <Button data-autofocus onClick={() => answer(true)}>{t('largeMention.send', { count })}</Button>
      </Group>
    </DialogFrame>
  );
}
