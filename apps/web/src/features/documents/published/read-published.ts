import * as Y from 'yjs';
import { splitState } from '../../../sync/documents/index.ts';
import { api } from '../../../sync/index.ts';

/** Puts what a published document holds into a Yjs document. Rejects as calls do. */
export async function readPublished(documentId: string, doc: Y.Doc): Promise<true> {
  const answer = (await api.call('getPublishedDocumentState', { params: { id: documentId } })) as unknown as Blob;
  for (const update of splitState(await answer.arrayBuffer()).updates) Y.applyUpdate(doc, update);
  return true;
}
