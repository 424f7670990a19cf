import type { SeenDocument } from '@parvis/contracts';
import { SkeletonRows } from '@parvis/ui';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSession } from '../../../sync/documents/index.ts';
import { type BoardHandle, Whiteboard } from '../whiteboard/index.ts';
import { useBoardServices } from './use-board-services.ts';

interface DocumentBoardProps {
  session: DocumentSession;
  seen: SeenDocument | undefined;
  editable: boolean;
  onReady: (board: BoardHandle | null) => void;
}

/** What is drawn in a whiteboard. */
export function DocumentBoard({ session, seen, editable, onReady }: DocumentBoardProps) {
  const { t, i18n } = useTranslation('documents');
  const services = useBoardServices(session.documentId);
  return (
    <Suspense fallback={<SkeletonRows rows={6} label={t('page.loading')} />}>
      <Whiteboard
        doc={session.doc} awareness={session.awareness} editable={editable} language={i18n.language === 'fr' ? 'fr' : 'en'}
        services={services} label={t('board.label')} name={seen?.document.title || t('untitled')} onReady={onReady}
      />
    </Suspense>
  );
}
