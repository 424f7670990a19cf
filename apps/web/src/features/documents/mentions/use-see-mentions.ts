import { useEffect } from 'react';
import { api } from '../../../sync/index.ts';
import { useUnseenMentions } from './unseen-mentions.ts';

/** Whoever reads a document has seen where they were mentioned in it. */
export function useSeeMentions(documentId: string, isShown: boolean): void {
  const waiting = useUnseenMentions() > 0;
  useEffect(() => {
    if (!waiting || !isShown) return;
    const see = () => {
      // In a tab behind others nobody reads.
      if (document.hasFocus()) api.call('seeDocumentMentions', { body: { documentId } }).catch(() => undefined);
    };
    see();
    window.addEventListener('focus', see);
    return () => window.removeEventListener('focus', see);
  }, [waiting, isShown, documentId]);
}
