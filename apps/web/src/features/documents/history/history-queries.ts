import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../../sync/index.ts';
import { readMoment } from '../../../sync/documents/index.ts';

const PAGE = 50;

/** Below the key that a hint about documents makes be asked for again. */
export const historyQuery = (documentId: string) => infiniteQueryOptions({
  queryKey: ['documents', 'history', documentId],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam }) => api.call('listDocumentHistory', { params: { id: documentId }, query: { limit: PAGE, ...(pageParam !== undefined && { cursor: pageParam }) } }),
  getNextPageParam: ({ next }) => next ?? undefined,
  retry: false,
});

export const versionsQuery = (documentId: string) => ({
  queryKey: ['documents', 'versions', documentId],
  queryFn: async () => (await api.call('listDocumentVersions', { params: { id: documentId } })).versions,
  retry: false,
});

/** A moment never changes, so this is asked for once. */
export const momentQuery = (documentId: string, seq: number) => ({
  queryKey: ['document-moment', documentId, seq],
  queryFn: async () => (seq === 0 ? [] : (await readMoment(api, documentId, seq)).updates),
  staleTime: Infinity,
  gcTime: 60_000,
  retry: false,
});
