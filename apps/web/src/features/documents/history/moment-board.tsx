import { SkeletonRows } from '@parvis/ui';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as Y from 'yjs';
import { useBoardServices } from '../page/use-board-services.ts';
import { Whiteboard } from '../whiteboard/index.ts';
import classes from './history.module.css';

interface MomentBoardProps {
  documentId: string;
  updates: readonly Uint8Array[];
  name: string;
}

/** What a whiteboard was, to be looked at only: a Yjs document of its own that nothing is sent from. */
export function MomentBoard({ documentId, updates, name }: MomentBoardProps) {
  const { t, i18n } = useTranslation('documents');
  const services = useBoardServices(documentId);
  const [doc, setDoc] = useState<Y.Doc | null>(null);
  useEffect(() => {
    const then = new Y.Doc();
    for (const update of updates) Y.applyUpdate(then, update);
    setDoc(then);
    return () => {
      then.destroy();
    };
  }, [updates]);
  if (doc === null) return null;
  return (
    <div className={classes.board}>
      <Suspense fallback={<SkeletonRows rows={6} label={t('history.momentLoading')} />}>
        <Whiteboard key={doc.guid} doc={doc} awareness={null} editable={false} language={i18n.language === 'fr' ? 'fr' : 'en'} services={services} label={t('board.then')} name={name || t('untitled')} />
      </Suspense>
    </div>
  );
}
