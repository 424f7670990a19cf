import { Button, SegmentedControl } from '@mantine/core';
import type { CommentAnchor, CommentThread, DocumentRole } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconMessage2, IconMessage2Plus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../../app/use-error-text.ts';
import { api, useWorkspace } from '../../../sync/index.ts';
import { CommentComposer } from './comment-composer.tsx';
import { usePutThread } from './comment-queries.ts';
import { Thread } from './comment-thread.tsx';
import classes from './comments.module.css';

/** What somebody is about to comment: words, or all of the document. */
export interface NewComment {
  anchor: CommentAnchor | null;
  quote: string;
}

interface CommentsPaneProps {
  documentId: string;
  channelId: string | null;
  role: DocumentRole | null;
  /** Undefined until they are loaded. */
  threads: readonly CommentThread[] | undefined;
  error: unknown;
  /** Where the words of each are; those whose words are gone are missing. */
  places: ReadonlyMap<string, number>;
  active: string | null;
  onActivate: (thread: CommentThread) => void;
  writing: NewComment | null;
  onWriting: (comment: NewComment | null) => void;
  /** Begins one about what is selected. */
  onNew: () => void;
}

/** What is said about a document, in the order of its text. */
export function CommentsPane({ documentId, channelId, role, threads, error, places, active, onActivate, writing, onWriting, onNew }: CommentsPaneProps) {
  const { t } = useTranslation('documents');
  const errorText = useErrorText();
  const me = useWorkspace((state) => state.me);
  const put = usePutThread(documentId);
  const [state, setState] = useState<'open' | 'resolved'>('open');
  const mayComment = can(me, 'document.comment', { role, trashed: false, archived: false });
  const counts = { open: threads?.filter(isOpen).length ?? 0, resolved: threads?.filter((thread) => !isOpen(thread)).length ?? 0 };
  const placeOf = ({ id, anchor }: CommentThread): number => places.get(id) ?? (anchor === null ? -1 : Number.MAX_SAFE_INTEGER);
  const shown = threads?.filter((thread) => isOpen(thread) === (state === 'open') || thread.id === active).sort((a, b) => placeOf(a) - placeOf(b));
  return (
    <div className={classes.pane}>
      <div className={classes.tools}>
        <SegmentedControl
          size="xs" aria-label={t('comments.filter')} value={state} onChange={(value) => setState(value as 'open' | 'resolved')}
          data={[{ value: 'open', label: t('comments.open', { number: counts.open }) }, { value: 'resolved', label: t('comments.resolvedOnes', { number: counts.resolved }) }]}
        />
        {mayComment && writing === null && <Button size="compact-sm" variant="light" leftSection={<IconMessage2Plus size={16} aria-hidden />} onMouseDown={(event) => event.preventDefault()} onClick={onNew}>{t('comments.new')}</Button>}
      </div>
      {writing !== null && (
        <section className={classes.writing} aria-label={t('comments.new')}>
          <p className={classes.quote}>{writing.anchor === null ? t('comments.whole') : <q>{writing.quote}</q>}</p>
          <CommentComposer
            documentId={documentId} channelId={channelId} place="new" label={t('comments.placeholder')} autoFocus
            onSend={async (text, clientId) => {
              const thread = await api.call('createCommentThread', { params: { id: documentId }, body: { clientId, text, ...writing } });
              put(thread);
              onWriting(null);
              onActivate(thread);
            }}
          />
          <Button className={classes.cancel} variant="default" size="compact-sm" onClick={() => onWriting(null)}>{t('comments.cancel')}</Button>
        </section>
      )}
      {threads === undefined && error == null && <SkeletonRows rows={4} label={t('comments.loading')} />}
      {error != null && threads === undefined && <EmptyState title={t('comments.failed')}>{errorText(error)}</EmptyState>}
      {shown?.length === 0 && writing === null && (
        <EmptyState icon={<IconMessage2 size={32} />} title={t(state === 'open' ? 'comments.none' : 'comments.noneResolved')}>{state === 'open' && mayComment ? t('comments.noneText') : null}</EmptyState>
      )}
      <ul className={classes.threads}>
        {shown?.map((thread) => (
          <Thread
            key={thread.id} documentId={documentId} channelId={channelId} thread={thread} role={role} found={places.has(thread.id)}
            active={thread.id === active} onActivate={() => onActivate(thread)}
          />
        ))}
      </ul>
    </div>
  );
}

const isOpen = ({ resolvedAt }: CommentThread): boolean => resolvedAt === null;
