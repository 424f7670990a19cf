import { Button } from '@mantine/core';
import type { RouteOutput } from '@parvis/contracts';
import { EmptyState, Notice, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { IconFileOff } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../app/use-page-title.ts';
import { type DocumentSession, useDocumentSession, useDocumentState } from '../../../sync/documents/index.ts';
import { documentQuery, useDocumentHints, useInvalidateDocuments } from '../document-queries.ts';
import { DocumentHeader } from './document-header.tsx';
import classes from './document-page.module.css';
import { DocumentText } from './document-text.tsx';
import { DocumentTitle } from './document-title.tsx';
import { mayEdit } from './may-edit.ts';

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
  const invalidate = useInvalidateDocuments();
  useEffect(() => session.changes.subscribe(() => void invalidate()), [session, invalidate]);
  usePageTitle(seen?.document.title || t('untitled'));
  const text = useRef<HTMLDivElement>(null);
  if (state.missing && !state.ready) return <EmptyState icon={<IconFileOff size={32} />} title={t('page.missing')}>{t('page.missingText')}</EmptyState>;
  if (!seen && !state.ready) return <SkeletonRows rows={8} label={t('page.loading')} />;
  const editable = mayEdit(seen, state);
  return (
    <div className={classes.page}>
      <DocumentHeader session={session} state={state} seen={seen} />
      <StoppedNotice stopped={state.stopped} seen={seen} />
      <div className={classes.scroll}>
        <article className={classes.sheet} data-kind={seen?.document.kind}>
          {seen && <DocumentTitle seen={seen} editable={editable} onLeave={() => focusText(text)} />}
          <div ref={text} className={classes.text}>
            {state.ready ? <DocumentText key={String(state.stopped === 'outdated')} session={session} editable={editable} /> : <SkeletonRows rows={6} label={t('page.loading')} />}
          </div>
        </article>
      </div>
    </div>
  );
}

/** Once the editor is there: it may still be loading. */
function focusText(text: RefObject<HTMLElement | null>): void {
  if (text.current === null) return;
  const editor = text.current.querySelector<HTMLElement>('[contenteditable="true"]');
  if (editor === null) requestAnimationFrame(() => focusText(text));
  else editor.focus();
}

/** Why nothing can be written here; what was written before and not sent is kept. */
function StoppedNotice({ stopped, seen }: { stopped: DocumentSession['state']['stopped']; seen: RouteOutput<'getDocument'> | undefined }) {
  const { t } = useTranslation('documents');
  if (stopped === 'outdated' || stopped === 'client_outdated') {
    return (
      <Notice tone="warning">
        {t('stopped.outdated')} <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>{t('stopped.reload')}</Button>
      </Notice>
    );
  }
  if (stopped !== null) return <Notice tone="warning">{t(stopped === 'closed' || stopped === 'not_found' ? 'stopped.closed' : stopped === 'document_too_large' ? 'stopped.tooLarge' : 'stopped.refused')}</Notice>;
  if (seen?.document.trashedAt) return <Notice tone="warning">{t('stopped.trashed')}</Notice>;
  return null;
}
