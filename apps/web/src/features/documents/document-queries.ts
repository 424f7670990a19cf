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

export type DocumentPlace = RouteInput<'listDocuments'>['query']['place'];

export const documentsQuery = (place: DocumentPlace, { channelId, query = '' }: { channelId?: string; query?: string } = {}) => ({
  queryKey: [ALL, 'list', place, channelId ?? null, query],
  queryFn: () => api.call('listDocuments', { query: { place, limit: 100, ...(channelId !== undefined && { channelId }), ...(query !== '' && { query }) } }),
});

export function useInvalidateDocuments(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: [ALL] }), [queries]);
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
