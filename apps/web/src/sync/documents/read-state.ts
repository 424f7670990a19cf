import type { Api } from '@parvis/client-sdk';

/** Updates that make a document of one seq that of another. */
export interface DocumentState {
  head: number;
  updates: Uint8Array[];
}

/** What a document's log holds after a seq. Rejects as calls do. */
export async function readState(api: Api, documentId: string, since: number): Promise<DocumentState> {
  const answer = (await api.call('getDocumentState', { params: { id: documentId }, query: { since } })) as unknown as Blob;
  return splitState(await answer.arrayBuffer());
}

/** What a document was after the update of a seq. Rejects as calls do. */
export async function readMoment(api: Api, documentId: string, seq: number): Promise<DocumentState> {
  const answer = (await api.call('getDocumentStateAt', { params: { id: documentId, seq } })) as unknown as Blob;
  return splitState(await answer.arrayBuffer());
}

/** A seq (8 bytes, big-endian), then each update as its length (4 bytes) and its bytes. */
export function splitState(body: ArrayBuffer): DocumentState {
  const view = new DataView(body);
  const updates: Uint8Array[] = [];
  for (let at = 8; at < body.byteLength;) {
    const length = view.getUint32(at);
    updates.push(new Uint8Array(body, at + 4, length));
    at += 4 + length;
  }
  return { head: Number(view.getBigUint64(0)), updates };
}
