import { Button } from '@mantine/core';
import type { Draft } from '@parvis/contracts';
import { excerpt } from '@parvis/rich-text';
import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { placeClasses as classes } from '../../app/place-page.tsx';
import { useFormat } from '../../i18n/index.ts';
import { useDraftActions } from '../../sync/index.ts';
import { PlaceLink } from '../channels/index.ts';

export function DraftCard({ draft }: { draft: Draft }) {
  const { t } = useTranslation('drafts');
  const navigate = useNavigate();
  const toasts = useToasts();
  const format = useFormat();
  const { remove } = useDraftActions();
  const { channelId, threadId } = draft;
  const open = () => void navigate({ to: '/c/$channelId', params: { channelId }, search: threadId === null ? {} : { thread: threadId } });
  const discard = () => {
    const undo = remove({ channelId, threadId });
    toasts.show({ message: t('deleted'), action: { label: t('undo'), run: undo } });
  };
  return (
    <li className={classes.card}>
      <div className={classes.meta}>
        <PlaceLink channelId={channelId} messageId={threadId ?? undefined} className={classes.place} />
        {threadId !== null && <span>{t('inThread')}</span>}
        <time dateTime={draft.updatedAt}>{format.relative(draft.updatedAt)}</time>
        {draft.attachments.length > 0 && <span>{t('files', { count: draft.attachments.length })}</span>}
        {draft.quotedMessageId !== null && <span>{t('quotes')}</span>}
      </div>
      {draft.text !== '' && <p className={classes.text}>{excerpt(draft.text, 600)}</p>}
      <div className={classes.actions}>
        <Button size="compact-sm" variant="light" onClick={open}>{t('edit')}</Button>
        <Button size="compact-sm" variant="subtle" color="red" onClick={discard}>{t('delete')}</Button>
      </div>
    </li>
  );
}
