import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, useUser, useWorkspaceActions } from '../../../sync/index.ts';
import type { EditorServices, EmbedRef } from '../editor/index.ts';
import { documentQuery } from '../document-queries.ts';
import { useTellNoAccess } from '../mentions/use-tell-no-access.ts';
import { DocumentEmbed } from './document-embed.tsx';
import { uploadIntoDocument } from './upload-into-document.ts';

const FEW = 8;

/** What the editor gets from the rest of Parvis; the same object as long as the page shows this document. */
export function useEditorServices(documentId: string): EditorServices {
  const navigate = useNavigate();
  const tellNoAccess = useTellNoAccess(documentId);
  const { addUsers } = useWorkspaceActions();
  const latest = useRef({ navigate, tellNoAccess });
  useEffect(() => {
    latest.current = { navigate, tellNoAccess };
  });
  const [services] = useState<EditorServices>(() => ({
    uploadFile: async (file) => {
      const { id, name, size, mediaType } = await uploadIntoDocument(documentId, file);
      return { fileId: id, url: `/api/v1/files/${id}/content`, name, size, mediaType };
    },
    searchPeople: async (query) => {
      const { users } = await api.call('listUsers', { query: { query, limit: FEW } });
      addUsers(users);
      return users;
    },
    searchDocuments: async (query) => (await api.call('listDocuments', { query: { place: query === '' ? 'recent' : 'all', query, limit: FEW } })).documents.map(({ document }) => document),
    onMention: (userId) => void latest.current.tellNoAccess([userId]),
    openLink: (target) => {
      if (target.kind === 'document') void latest.current.navigate({ to: '/docs/$documentId', params: { documentId: target.documentId } });
      else if (target.kind === 'url') window.open(target.url, '_blank', 'noopener,noreferrer');
    },
    blockUrl: (blockId) => `${window.location.origin}/docs/${documentId}#${blockId}`,
    refOfUrl,
    PersonName,
    DocumentTitle: DocumentName,
    Embed: DocumentEmbed,
  }));
  return services;
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const ADDRESSES: readonly [RegExp, EmbedRef['kind']][] = [
  [new RegExp(`^/docs/(${UUID})$`), 'document'], [new RegExp(`^/meet/(${UUID})(?:/report)?$`), 'meeting'], [new RegExp(`^/api/v1/files/(${UUID})/content$`), 'file'],
];

function refOfUrl(address: string): EmbedRef | null {
  if (!URL.canParse(address)) return null;
  const { origin, pathname, searchParams } = new URL(address);
  if (origin !== window.location.origin) return null;
  const message = searchParams.get('message');
  const channel = new RegExp(`^/c/(${UUID})$`).exec(pathname)?.[1];
  if (channel !== undefined && message !== null) return { kind: 'message', id: `${channel}/${message}` };
  for (const [path, kind] of ADDRESSES) {
    const id = path.exec(pathname)?.[1];
    if (id !== undefined) return { kind, id };
  }
  return null;
}

function PersonName({ userId }: { userId: string }) {
  const { t } = useTranslation('documents');
  return <>{useUser(userId)?.name ?? t('page.somebody')}</>;
}

function DocumentName({ documentId }: { documentId: string }) {
  const { t } = useTranslation('documents');
  const { data, error } = useQuery(documentQuery(documentId));
  if (error) return <>{t('page.notForMe')}</>;
  return <>{data ? `${data.document.icon ?? ''} ${data.document.title || t('untitled')}`.trim() : '…'}</>;
}
