import { SkeletonRows } from '@parvis/ui';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as Y from 'yjs';
import { type BoardServices, Whiteboard } from '../whiteboard/index.ts';
import classes from './published-page.module.css';
import { readPublished } from './read-published.ts';

/** What is drawn on a published whiteboard, as it is when the page is opened. */
export function PublishedBoard({ documentId, name }: { documentId: string; name: string }) {
  const { t, i18n } = useTranslation('documents');
  const [{ doc, services }] = useState(() => ({ doc: new Y.Doc(), services: servicesOf(documentId) }));
  const { data } = useQuery({ queryKey: ['published', documentId, 'board'], staleTime: Infinity, queryFn: () => readPublished(documentId, doc) });
  const loading = <SkeletonRows rows={8} label={t('page.loading')} />;
  if (!data) return loading;
  return (
    <div className={classes.board}>
      <Suspense fallback={loading}>
        <Whiteboard doc={doc} awareness={null} editable={false} language={i18n.language === 'fr' ? 'fr' : 'en'} services={services} label={t('board.label')} name={name} />
      </Suspense>
    </div>
  );
}

const servicesOf = (documentId: string): BoardServices => ({
  uploadFile: () => Promise.reject(new Error('nothing is uploaded here')),
  fileUrl: (fileId) => `/api/v1/published/${documentId}/files/${fileId}`,
  openLink: (address) => {
    if (/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : '')) window.open(address, '_blank', 'noopener,noreferrer');
  },
});
