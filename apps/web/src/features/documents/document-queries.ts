import type { RouteInput } from '@parvis/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { api, useWorkspaceClient, useWorkspaceEvents } from '../../sync/index.ts';

/** Keys of all that is asked about documents begin with this: one hint makes it be asked again. */
const ALL = 'documents';

export const documentQuery = (documentId: string) => ({
  queryKey: [ALL, 'one', documentId],
  queryFn: () => api.call('getDocument', { params: { id: documentId } }),
  retry: false,
});

export type DocumentPlace = Exclude<RouteInput<'listDocuments'>['query']['place'], 'below'>;

export const documentsQuery = (place: DocumentPlace, { channelId, query = '', limit = 100 }: { channelId?: string; query?: string; limit?: number } = {}) => ({
  queryKey: [ALL, 'list', place, channelId ?? null, query, limit],
  queryFn: () => api.call('listDocuments', { query: { place, limit, ...(channelId !== undefined && { channelId }), ...(query !== '' && { query }) } }),
});

/** Next below a document. */
export const documentsBelowQuery = (parentId: string) => ({
  queryKey: [ALL, 'below', parentId],
  queryFn: () => api.call('listDocuments', { query: { place: 'below', parentId } }),
});

export const documentHomesQuery = { queryKey: [ALL, 'homes'], queryFn: () => api.call('listDocumentHomes') };

export const documentAccessQuery = (documentId: string) => ({
  queryKey: [ALL, 'access', documentId],
  queryFn: () => api.call('getDocumentAccess', { params: { id: documentId } }),
});

export const backlinksQuery = (documentId: string) => ({
  queryKey: [ALL, 'backlinks', documentId],
  queryFn: () => api.call('listBacklinks', { params: { id: documentId } }),
});

export function useInvalidateDocuments(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: [ALL] }), [queries]);
}

/** Looks again at what was opened last, once the server knows that this one was: `known` changes then. */
export function useShowVisit(known: unknown): void {
  const queries = useQueryClient();
  useEffect(() => void queries.invalidateQueries({ queryKey: [ALL, 'list', 'recent' satisfies DocumentPlace] }), [queries, known]);
}

/** Looks again whenever one of my documents changed, and after a connection was lost: hints may have been too. */
export function useDocumentHints(): void {
  const invalidate = useInvalidateDocuments();
  const { door } = useWorkspaceClient();
  useWorkspaceEvents(({ type }) => {
    if (type === 'channel.document_changed' || type === 'document.changed' || type === 'channel.joined' || type === 'channel.left') void invalidate();
  });
  useEffect(() => door.onHello(() => void invalidate()), [door, invalidate]);
}
