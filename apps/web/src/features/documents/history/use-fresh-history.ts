import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type DocumentSession, useDocumentState } from '../../../sync/documents/index.ts';
import { historyQuery } from './history-queries.ts';

/** Milliseconds of calm after somebody wrote. */
const CALM = 1_000;

/** Looks at the history again once somebody wrote and the server has it. */
export function useFreshHistory(session: DocumentSession): void {
  const queries = useQueryClient();
  const { saved } = useDocumentState(session);
  useEffect(() => {
    if (saved !== 'saved') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void queries.invalidateQueries({ queryKey: historyQuery(session.documentId).queryKey }), CALM);
    };
    look();
    session.doc.on('update', look);
    return () => {
      clearTimeout(timer);
      session.doc.off('update', look);
    };
  }, [saved, session, queries]);
}
