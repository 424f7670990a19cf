import { ActionIcon } from '@mantine/core';
import type { CommentThread, DocumentComment, DocumentRole } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { ActionMenu, Avatar, type MenuAction, useToasts } from '@parvis/ui';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { useFormat } from '../../../i18n/index.ts';
import { api, useUser, useWorkspace } from '../../../sync/index.ts';
import { MessageText } from '../../messages/index.ts';
import { avatarUrl } from '../../users/index.ts';
import { useInvalidateDocuments } from '../document-queries.ts';
import { CommentComposer } from './comment-composer.tsx';
import classes from './comments.module.css';
import { usePutThread } from './comment-queries.ts';

interface CommentProps {
  documentId: string;
  channelId: string | null;
  thread: CommentThread;
  comment: DocumentComment;
  role: DocumentRole | null;
}

export function Comment({ documentId, channelId, thread, comment, role }: CommentProps) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const me = useWorkspace((state) => state.me);
  const author = useUser(comment.authorId);
  const toasts = useToasts();
  const errorText = useErrorText();
  const put = usePutThread(documentId);
  const invalidate = useInvalidateDocuments();
  const [editing, setEditing] = useState(false);
  const place = { role, trashed: false, archived: false, ownComment: comment.authorId === me.id };
  const params = { id: documentId, threadId: thread.id, commentId: comment.id };
  const remove = () => void api.call('deleteComment', { params }).then(() => invalidate(), (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  const actions: MenuAction[] = [
    ...(can(me, 'document.edit_comment', place) ? [{ label: t('comments.edit'), icon: <IconPencil size={17} aria-hidden />, onSelect: () => setEditing(true) }] : []),
    ...(can(me, 'document.delete_comment', place) ? [{ label: t('comments.delete'), icon: <IconTrash size={17} aria-hidden />, danger: true, onSelect: remove }] : []),
  ];
  const name = author?.name ?? t('page.somebody');
  const deleted = comment.deletedAt !== null;
  return (
    <article className={classes.comment} aria-label={t('comments.by', { name })}>
      <Avatar id={comment.authorId} name={name} src={author && avatarUrl(author)} size={28} />
      <div className={classes.said}>
        <header className={classes.who}>
          <b className={classes.name}>{name}</b>
          <time className={classes.time} dateTime={comment.createdAt} title={format.dateTime(comment.createdAt)}>{format.relative(comment.createdAt)}</time>
          {comment.editedAt !== null && !deleted && <span className={classes.time}>{t('comments.edited')}</span>}
          {actions.length > 0 && !deleted && !editing && (
            <ActionMenu label={t('comments.more')} actions={actions} align="end">
              {(anchor) => <ActionIcon {...anchor} className={classes.more} variant="subtle" size={28} aria-label={t('comments.more')}><IconDots size={17} aria-hidden /></ActionIcon>}
            </ActionMenu>
          )}
        </header>
        {deleted && <p className={classes.deleted}>{t('comments.deleted')}</p>}
        {!deleted && !editing && <MessageText source={comment.text} />}
        {editing && (
          <CommentComposer
            documentId={documentId} channelId={channelId} place={comment.id} label={t('comments.edit')} initial={comment.text} autoFocus
            onCancel={() => setEditing(false)}
            onSend={async (text) => {
              put(await api.call('editComment', { params, body: { text } }));
              setEditing(false);
            }}
          />
        )}
      </div>
    </article>
  );
}
