import { Notice, SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { DocumentEditor } from '../editor/index.ts';
import { isTooDeep } from '../page/use-too-deep.ts';
import { publishedServices } from './published-services.tsx';
import { readPublished } from './read-published.ts';

const NOBODY = { id: 'nobody', name: '', color: '#4c51bf' };

/** The text of a published document, as it is when the page is opened; nothing of it can be changed. */
export function PublishedText({ documentId }: { documentId: string }) {
  const { t, i18n } = useTranslation('documents');
  const [{ doc, awareness, services }] = useState(() => {
    const made = new Y.Doc();
    return { doc: made, awareness: new Awareness(made), services: publishedServices(documentId) };
  });
  const { data } = useQuery({ queryKey: ['published', documentId, 'text'], staleTime: Infinity, queryFn: () => readPublished(documentId, doc) });
  const loading = <SkeletonRows rows={6} label={t('page.loading')} />;
  if (!data) return loading;
  if (isTooDeep(doc)) return <Notice tone="warning">{t('page.tooDeep')}</Notice>;
  return (
    <Suspense fallback={loading}>
      <DocumentEditor doc={doc} awareness={awareness} editable={false} language={i18n.language === 'fr' ? 'fr' : 'en'} user={NOBODY} services={services} label={t('page.text')} />
    </Suspense>
  );
}
