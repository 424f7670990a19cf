import { Notice, SkeletonRows } from '@parvis/ui';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSession } from '../../../sync/documents/index.ts';
import { useWorkspace } from '../../../sync/index.ts';
import { DocumentEditor, DocumentFoot } from '../editor/index.ts';
import type { EditorHandle } from '../editor/index.ts';
import { takeBeginning } from '../templates/begin-with.ts';
import { useEditorServices } from './use-editor-services.tsx';
import { useTooDeep } from './use-too-deep.ts';

interface DocumentTextProps {
  session: DocumentSession;
  editable: boolean;
  onReady: (editor: EditorHandle | null) => void;
}

/** What is written in a text document. */
export function DocumentText(props: DocumentTextProps) {
  const { t } = useTranslation('documents');
  return useTooDeep(props.session.doc) ? <Notice tone="warning">{t('page.tooDeep')} {t('page.tooDeepRestore')}</Notice> : <ShownText {...props} />;
}

function ShownText({ session, editable, onReady }: DocumentTextProps) {
  const { t, i18n } = useTranslation('documents');
  const me = useWorkspace((state) => state.me);
  const services = useEditorServices(session.documentId);
  const [handle, setHandle] = useState<EditorHandle | null>(null);
  const language = i18n.language === 'fr' ? 'fr' : 'en';
  const ready = (editor: EditorHandle | null) => {
    setHandle(editor);
    onReady(editor);
  };
  // The address of a block of it.
  useEffect(() => {
    if (window.location.hash !== '') handle?.showBlock(decodeURIComponent(window.location.hash.slice(1)));
  }, [handle]);
  useEffect(() => {
    if (handle === null) return;
    void takeBeginning(session.documentId, language).then((beginning) => {
      if (beginning !== null) handle.begin(beginning);
    });
  }, [handle, session.documentId, language]);
  return (
    <Suspense fallback={<SkeletonRows rows={6} label={t('page.loading')} />}>
      <DocumentEditor
        doc={session.doc} awareness={session.awareness} editable={editable} language={language}
        user={userOf(me)} services={services} label={t('page.text')} onReady={ready}
      />
      <DocumentFoot handle={handle} />
    </Suspense>
  );
}

const users = new Map<string, { id: string; name: string; color: string }>();
/** The same object for the same person; the server stamps the colour that others see. */
function userOf({ id, name }: { id: string; name: string }): { id: string; name: string; color: string } {
  const key = `${id} ${name}`;
  const known = users.get(key) ?? { id, name, color: '#4c51bf' };
  users.set(key, known);
  return known;
}
