import { Button } from '@mantine/core';
import type { CommentThread, DocumentRole } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { useToasts } from '@parvis/ui';
import { IconCheck, IconRotate2 } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { api, useWorkspace } from '../../../sync/index.ts';
import { CommentComposer } from './comment-composer.tsx';
import { Comment } from './comment.tsx';
import classes from './comments.module.css';
import { usePutThread } from './comment-queries.ts';

interface ThreadProps {
  documentId: string;
  channelId: string | null;
  thread: CommentThread;
  role: DocumentRole | null;
  /** Its words are in the text. */
  found: boolean;
  active: boolean;
  onActivate: () => void;
}

/** One conversation about a piece of the document, or about all of it. */
export function Thread({ documentId, channelId, thread, role, found, active, onActivate }: ThreadProps) {
  const { t } = useTranslation('documents');
  const me = useWorkspace((state) => state.me);
  const put = usePutThread(documentId);
  const toasts = useToasts();
  const errorText = useErrorText();
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const mayComment = can(me, 'document.comment', { role, trashed: false, archived: false });
  const resolved = thread.resolvedAt !== null;
  const params = { id: documentId, threadId: thread.id };
  const resolve = () => void api.call('resolveCommentThread', { params, body: { resolved: !resolved } }).then(
    (changed) => {
      put(changed);
      toasts.show({ id: 'comment-resolved', message: t(resolved ? 'comments.reopened' : 'comments.resolved') });
    },
    (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }),
  );
  return (
    <li ref={element} className={classes.thread} data-active={active || undefined} data-thread={thread.id}>
      <button type="button" className={classes.quote} aria-pressed={active} onClick={onActivate}>
        <span className="pv-visually-hidden">{t('comments.about')} </span>
        {thread.anchor === null ? t('comments.whole') : <q>{thread.quote}</q>}
        {thread.anchor !== null && !found && <small className={classes.lost}>{t('comments.lost')}</small>}
      </button>
      {thread.comments.map((comment) => <Comment key={comment.id} documentId={documentId} channelId={channelId} thread={thread} comment={comment} role={role} />)}
      {mayComment && (
        <div className={classes.foot}>
          <Button variant="subtle" size="compact-sm" leftSection={resolved ? <IconRotate2 size={16} aria-hidden /> : <IconCheck size={16} aria-hidden />} onClick={resolve}>
            {t(resolved ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        </div>
      )}
      {mayComment && active && !resolved && (
        <CommentComposer
          documentId={documentId} channelId={channelId} place={thread.id} label={t('comments.reply')}
          onSend={async (text, clientId) => put(await api.call('replyToComment', { params, body: { clientId, text } }))}
        />
      )}
    </li>
  );
}
