import { SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { splitState } from '../../../sync/documents/index.ts';
import { api } from '../../../sync/index.ts';
import { DocumentEditor } from '../editor/index.ts';
import { publishedServices } from './published-services.tsx';

const NOBODY = { id: 'nobody', name: '', color: '#4c51bf' };

/** The text of a published document, as it is when the page is opened; nothing of it can be changed. */
export function PublishedText({ documentId }: { documentId: string }) {
  const { t, i18n } = useTranslation('documents');
  const [{ doc, awareness, services }] = useState(() => {
    const made = new Y.Doc();
    return { doc: made, awareness: new Awareness(made), services: publishedServices(documentId) };
  });
  const { data } = useQuery({ queryKey: ['published', documentId, 'text'], staleTime: Infinity, queryFn: () => read(documentId, doc) });
  const loading = <SkeletonRows rows={6} label={t('page.loading')} />;
  if (!data) return loading;
  return (
    <Suspense fallback={loading}>
      <DocumentEditor doc={doc} awareness={awareness} editable={false} language={i18n.language === 'fr' ? 'fr' : 'en'} user={NOBODY} services={services} label={t('page.text')} />
    </Suspense>
  );
}

async function read(documentId: string, doc: Y.Doc): Promise<true> {
  const answer = (await api.call('getPublishedDocumentState', { params: { id: documentId } })) as unknown as Blob;
  for (const update of splitState(await answer.arrayBuffer()).updates) Y.applyUpdate(doc, update);
  return true;
}
