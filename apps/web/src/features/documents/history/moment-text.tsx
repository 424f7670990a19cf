import { Notice, SkeletonRows } from '@parvis/ui';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { DocumentEditor } from '../editor/index.ts';
import { useEditorServices } from '../page/use-editor-services.tsx';
import { isTooDeep } from '../page/use-too-deep.ts';
import classes from './history.module.css';

interface MomentTextProps {
  documentId: string;
  updates: readonly Uint8Array[];
  label: string;
}

/** Nobody: there is no cursor to show. */
const NOBODY = { id: '', name: '', color: '#000000' };

/** What a document was, in the real editor, to be read only: a Yjs document of its own that nothing is sent from. */
export function MomentText({ documentId, updates, label }: MomentTextProps) {
  const { t, i18n } = useTranslation('documents');
  const services = useEditorServices(documentId);
  const [shown, setShown] = useState<{ doc: Y.Doc; awareness: Awareness } | null>(null);
  useEffect(() => {
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    const awareness = new Awareness(doc);
    setShown({ doc, awareness });
    return () => {
      awareness.destroy();
      doc.destroy();
    };
  }, [updates]);
  if (shown === null) return null;
  if (isTooDeep(shown.doc)) return <Notice tone="warning">{t('page.tooDeep')}</Notice>;
  return (
    <div className={classes.text}>
      <Suspense fallback={<SkeletonRows rows={6} label={t('history.momentLoading')} />}>
        <DocumentEditor doc={shown.doc} awareness={shown.awareness} editable={false} language={i18n.language === 'fr' ? 'fr' : 'en'} user={NOBODY} services={services} label={label || t('untitled')} />
      </Suspense>
    </div>
  );
}
