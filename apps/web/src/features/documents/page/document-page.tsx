import { Button } from '@mantine/core';
import type { HistoryEntry, RouteOutput } from '@parvis/contracts';
import { can } from '@parvis/permissions';
import { EmptyState, Notice, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { IconFileOff } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../../app/use-is-phone.ts';
import { usePageTitle } from '../../../app/use-page-title.ts';
import { type DocumentSession, useDocumentSession, useDocumentState } from '../../../sync/documents/index.ts';
import { useComments } from '../comments/use-comments.ts';
import type { EditorHandle } from '../editor/index.ts';
import { MomentView } from '../history/moment-view.tsx';
import { useWorkspace } from '../../../sync/index.ts';
import { documentQuery, useDocumentHints, useInvalidateDocuments, useShowVisit } from '../document-queries.ts';
import type { BoardHandle } from '../whiteboard/index.ts';
import { useSeeMentions } from '../mentions/use-see-mentions.ts';
import { DocumentBoard } from './document-board.tsx';
import { DocumentHeader } from './document-header.tsx';
import { DocumentIconButton } from './document-icon-button.tsx';
import classes from './document-page.module.css';
import { DocumentPane, type PaneName } from './document-pane.tsx';
import { DocumentRelations } from './document-relations.tsx';
import { DocumentText } from './document-text.tsx';
import { DocumentTitle } from './document-title.tsx';
import { mayEdit } from './may-edit.ts';
import { PaneButtons } from './pane-buttons.tsx';
import { TrashedNotice } from './trashed-notice.tsx';

/** `/docs/:documentId` */
export function DocumentPage() {
  const documentId = useParams({ strict: false, select: (params) => params.documentId }) ?? '';
  const session = useDocumentSession(documentId);
  useDocumentHints();
  return session === null ? null : <OpenDocument key={documentId} session={session} />;
}

function OpenDocument({ session }: { session: DocumentSession }) {
  const { t } = useTranslation('documents');
  const state = useDocumentState(session);
  const { data: seen } = useQuery(documentQuery(session.documentId));
  const channelId = seen?.document.channelId ?? '';
  const archived = useWorkspace((workspace) => (workspace.channels[channelId]?.channel.archivedAt ?? null) !== null);
  const invalidate = useInvalidateDocuments();
  useEffect(() => session.changes.subscribe(() => void invalidate()), [session, invalidate]);
  usePageTitle(seen?.document.title || t('untitled'));
  const text = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<EditorHandle | null>(null);
  const [drawn, setDrawn] = useState<BoardHandle | null>(null);
  const [pane, setPane] = useState<PaneName | null>(null);
  const [moment, setMoment] = useState<HistoryEntry | null>(null);
  const known = state.role ?? seen?.role ?? null;
  // In the trash and in an archived conversation it is only read.
  const role = known !== null && (archived || seen?.document.trashedAt != null) ? 'reader' : known;
  const isPhone = useIsPhone();
  const look = (entry: HistoryEntry) => {
    setMoment(entry);
    // There the pane would hide it.
    if (isPhone) setPane(null);
  };
  useShowVisit(state.ready && state.role);
  useSeeMentions(session.documentId, state.ready);
  const comments = useComments({
    documentId: session.documentId, editor,
    mayComment: seen?.document.kind === 'text' && can({ role: 'member' }, 'document.comment', { role, trashed: false, archived: false }),
    onShow: () => setPane('comments'),
  });
  if (state.missing && !state.ready) {
    return (
      <EmptyState icon={<IconFileOff size={32} />} title={t('page.missing')} action={<Button component={Link} to="/docs">{t('page.toDocuments')}</Button>}>
        {t('page.missingText')}
      </EmptyState>
    );
  }
  if (!seen && !state.ready) return <SkeletonRows rows={8} label={t('page.loading')} />;
  const editable = mayEdit(seen, state, archived);
  const board = isWhiteboard(seen, session);
  const title = seen && <DocumentTitle seen={seen} editable={editable} onLeave={() => focusText(text)} />;
  return (
    <div className={classes.page}>
      <DocumentHeader session={session} state={state} seen={seen} title={board ? title : undefined} board={drawn}>
        {seen && <PaneButtons names={seen.document.kind === 'text' ? ['comments', 'history'] : ['history']} pane={pane} onPane={setPane} open={comments.threads?.filter(({ resolvedAt }) => resolvedAt === null).length ?? 0} />}
      </DocumentHeader>
      <StoppedNotice stopped={state.stopped} seen={seen} archived={archived} />
      <div className={classes.scroll}>
        {moment !== null && seen && <MomentView key={moment.seq} seen={seen} role={role} entry={moment} onClose={() => setMoment(null)} />}
        {board ? (
          <div ref={text} className={classes.board} hidden={moment !== null}>
            {state.ready ? <DocumentBoard key={String(state.stopped === 'outdated')} session={session} seen={seen} editable={editable} onReady={setDrawn} /> : <SkeletonRows rows={6} label={t('page.loading')} />}
          </div>
        ) : (
          <article className={classes.sheet} data-kind={seen?.document.kind} hidden={moment !== null}>
            {seen && <DocumentIconButton seen={seen} editable={editable} />}
            {title}
            <div ref={text} className={classes.text} onCompositionStart={() => session.heldBack.hold()} onCompositionUpdate={() => session.heldBack.hold()} onCompositionEnd={() => session.heldBack.release()}>
              {state.ready ? <DocumentText key={String(state.stopped === 'outdated')} session={session} editable={editable} onReady={setEditor} /> : <SkeletonRows rows={6} label={t('page.loading')} />}
            </div>
            {seen && state.ready && <DocumentRelations seen={seen} editable={editable} />}
          </article>
        )}
      </div>
      {pane !== null && seen && <DocumentPane pane={pane} onPane={setPane} session={session} seen={seen} role={role} comments={comments} moment={moment} onMoment={look} />}
    </div>
  );
}

/** Offline, nobody says what it is but what stands in it. */
const isWhiteboard = (seen: RouteOutput<'getDocument'> | undefined, { doc }: DocumentSession): boolean => (seen ? seen.document.kind === 'whiteboard' : doc.getMap('elements').size > 0);

/** Once the editor is there: it may still be loading. */
function focusText(text: RefObject<HTMLElement | null>): void {
  if (text.current === null) return;
  const editor = text.current.querySelector<HTMLElement>('[contenteditable="true"], .excalidraw');
  if (editor === null) requestAnimationFrame(() => focusText(text));
  else editor.focus();
}

/** Why nothing can be written here; what was written before and not sent is kept. */
function StoppedNotice({ stopped, seen, archived }: { stopped: DocumentSession['state']['stopped']; seen: RouteOutput<'getDocument'> | undefined; archived: boolean }) {
  const { t } = useTranslation('documents');
  if (stopped === 'outdated' || stopped === 'client_outdated') {
    return (
      <Notice tone="warning">
        {t('stopped.outdated')} <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>{t('stopped.reload')}</Button>
      </Notice>
    );
  }
  if (seen?.document.trashedAt) return <TrashedNotice seen={seen} />;
  if (archived && (stopped === null || stopped === 'channel_archived')) return <Notice tone="warning">{t('stopped.archived')}</Notice>;
  if (stopped !== null) return <Notice tone="warning">{t(stopped === 'closed' || stopped === 'not_found' ? 'stopped.closed' : stopped === 'document_too_large' ? 'stopped.tooLarge' : 'stopped.refused')}</Notice>;
  return null;
}
