import type { CommentThread } from '@parvis/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api } from '../../../sync/index.ts';

const PAGE = 200;

/** All threads of a document, the oldest first. */
export const commentsQuery = (documentId: string) => ({
  // Below the key that a hint about documents makes be asked for again.
  queryKey: ['documents', 'comments', documentId],
  queryFn: async () => {
    const threads: CommentThread[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await api.call('listCommentThreads', { params: { id: documentId }, query: { limit: PAGE, ...(cursor !== undefined && { cursor }) } });
      threads.push(...page.threads);
      cursor = page.next;
    }
    return threads;
  },
  retry: false,
});

export const useCommentThreads = (documentId: string) => useQuery(commentsQuery(documentId));

/** Puts what the server answered where it is shown. */
export function usePutThread(documentId: string): (thread: CommentThread) => void {
  const queries = useQueryClient();
  return useCallback(
    (thread) => queries.setQueryData(commentsQuery(documentId).queryKey, (before: CommentThread[] | undefined) =>
      before && (before.some(({ id }) => id === thread.id) ? before.map((each) => (each.id === thread.id ? thread : each)) : [...before, thread])),
    [queries, documentId],
  );
}
