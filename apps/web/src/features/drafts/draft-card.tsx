import { Button } from '@mantine/core';
import type { Draft } from '@parvis/contracts';
import { excerpt } from '@parvis/rich-text';
import { useToasts } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { placeClasses as classes } from '../../app/place-page.tsx';
import { useFormat } from '../../i18n/index.ts';
import { useDraftActions, useUploads, useWorkspace, withLateFiles } from '../../sync/index.ts';
import { PlaceLink, useChannelRights } from '../channels/index.ts';
import { SendDraftButton } from './send-draft-button.tsx';
import type { DraftToSend } from './use-send-draft.ts';

export function DraftCard({ draft }: { draft: Draft }) {
  const { t } = useTranslation('drafts');
  const navigate = useNavigate();
  const toasts = useToasts();
  const format = useFormat();
  const { take, putBack } = useDraftActions();
  const { channelId, threadId } = draft;
  const entry = useWorkspace((state) => state.channels[channelId]);
  const [uploads] = useUploads(threadId ?? channelId);
  const files = withLateFiles(draft.attachments, uploads).length;
  const missing = uploads.filter(({ state }) => state !== 'done').length;
  const open = () => void navigate({ to: '/c/$channelId', params: { channelId }, search: threadId === null ? {} : { thread: threadId } });
  const discard = () => {
    const place = { channelId, threadId };
    const content = take(place);
    toasts.show({ message: t('deleted'), action: { label: t('undo'), run: () => putBack(place, content) } });
  };
  return (
    <li className={classes.card}>
      <div className={classes.meta}>
        <PlaceLink channelId={channelId} messageId={threadId ?? undefined} className={classes.place} />
        {threadId !== null && <span>{t('inThread')}</span>}
        <time dateTime={draft.updatedAt}>{format.relative(draft.updatedAt)}</time>
        {files > 0 && <span>{t('files', { count: files })}</span>}
        {missing > 0 && <span>{t('missing', { count: missing })}</span>}
        {draft.quotedMessageId !== null && <span>{t('quotes')}</span>}
      </div>
      {draft.text !== '' && <p className={classes.text}>{excerpt(draft.text, 600)}</p>}
      <div className={classes.actions}>
        <Button size="compact-sm" variant="light" onClick={open}>{t('edit')}</Button>
        {entry && <SendDraftIfAllowed draft={draft} entry={entry} files={files} open={open} />}
        <Button size="compact-sm" variant="subtle" color="red" onClick={discard}>{t('delete')}</Button>
      </div>
    </li>
  );
}

/** Where I may no longer write, there is nothing to send. */
function SendDraftIfAllowed(props: DraftToSend) {
  return useChannelRights(props.entry).send ? <SendDraftButton {...props} /> : null;
}
