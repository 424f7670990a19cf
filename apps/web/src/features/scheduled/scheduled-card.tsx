import { Button } from '@mantine/core';
import type { ErrorCode, ScheduledMessage } from '@parvis/contracts';
import { excerpt } from '@parvis/rich-text';
import { useToasts } from '@parvis/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { placeClasses as classes } from '../../app/place-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { useScheduledActions } from '../../sync/index.ts';
import { PlaceLink } from '../channels/index.ts';
import { useClock } from './use-clock.ts';

/** Reasons that have words of their own here; the others read as everywhere. */
const EXPLAINED: readonly string[] = ['not_found', 'channel_archived', 'posting_restricted', 'attachment_invalid', 'thread_invalid'] satisfies ErrorCode[];

export function ScheduledCard({ message }: { message: ScheduledMessage }) {
  const { t } = useTranslation('scheduled');
  const { at } = useClock();
  const toasts = useToasts();
  const errorText = useErrorText();
  const { cancel, sendNow } = useScheduledActions();
  const [busy, setBusy] = useState(false);
  const run = (action: Promise<unknown>, done: string) => {
    setBusy(true);
    action
      .then(() => toasts.show({ tone: 'success', message: done }), (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }))
      .finally(() => setBusy(false));
  };
  const { failure } = message;
  return (
    <li className={classes.card} data-failed={failure !== null || undefined}>
      <div className={classes.meta}>
        <PlaceLink channelId={message.channelId} className={classes.place} />
        <span>{t(failure === null ? 'sendsAt' : 'wasDue', { time: at(message.sendAt) })}</span>
        {message.threadId !== null && <span>{t('inThread')}</span>}
        {message.alsoInChannel && <span>{t('alsoInChannel')}</span>}
        {message.quotedMessageId !== undefined && <span>{t('quotes')}</span>}
        {message.attachments.length > 0 && <span>{t('files', { count: message.attachments.length })}</span>}
      </div>
      {failure !== null && <p className={classes.failure} role="status">{EXPLAINED.includes(failure) ? t(`failure.${failure}`) : t(failure, { ns: 'errors' })}</p>}
      {message.text !== '' && <p className={classes.text}>{excerpt(message.text, 600)}</p>}
      <div className={classes.actions}>
        <Button size="compact-sm" variant="light" onClick={() => openDialog('editScheduled', { message })}>{t(failure === null ? 'edit.open' : 'edit.reschedule')}</Button>
        <Button size="compact-sm" variant="default" disabled={busy} onClick={() => run(sendNow(message.id), t('sent'))}>{t('sendNow')}</Button>
        <Button size="compact-sm" variant="subtle" color="red" disabled={busy} onClick={() => run(cancel(message.id), t('cancelled'))}>{t('cancel')}</Button>
      </div>
    </li>
  );
}
