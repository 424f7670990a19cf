import { useTranslation } from 'react-i18next';
import type { EditorServices } from '../editor/index.ts';

const FILE = /\/api\/v1\/files\/([0-9a-f-]{36})\//;
const nobody = () => Promise.resolve([]);

/** What the editor gets from the rest of Parvis where nobody is signed in: files of this document, and no names. */
export const publishedServices = (documentId: string): EditorServices => ({
  uploadFile: () => Promise.reject(new Error('nothing is uploaded here')),
  fileUrl: (url) => {
    const fileId = FILE.exec(url)?.[1];
    return fileId === undefined ? url : `/api/v1/published/${documentId}/files/${fileId}`;
  },
  searchPeople: nobody,
  searchDocuments: nobody,
  onMention: () => undefined,
  openLink: (target) => {
    if (target.kind === 'url') window.open(target.url, '_blank', 'noopener,noreferrer');
    // It may be published too; its own page says so.
    else if (target.kind === 'document') window.location.assign(`/published/${target.documentId}`);
  },
  blockUrl: (blockId) => `${window.location.origin}/published/${documentId}#${blockId}`,
  refOfUrl: () => null,
  PersonName: Somebody,
  DocumentTitle: OtherDocument,
  Embed: ({ fallback }) => fallback,
});

function Somebody() {
  const { t } = useTranslation('documents');
  return <>{t('page.somebody')}</>;
}

function OtherDocument() {
  const { t } = useTranslation('documents');
  return <>{t('published.other')}</>;
}
