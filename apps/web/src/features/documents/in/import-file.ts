import { newClientId } from '@parvis/client-sdk';
import { LIMITS } from '@parvis/contracts/limits';
import type { RouteCall } from '@parvis/contracts';
import { api, ApiProblem, uploadAlone } from '../../../sync/index.ts';
import type { Documents, DocumentSession } from '../../../sync/documents/index.ts';
import { writeBlocks } from '../headless-blocks.ts';
import type { ReadDocument } from './read-block.ts';
import { readFile } from './read-file.ts';

export type ImportProgress = { step: 'reading' | 'writing' } | { step: 'pictures'; done: number; total: number };

export interface ImportOptions {
  documents: Documents;
  /** Where the document is to be: one's own when left out. */
  place: Pick<RouteCall<'createDocument'>['body'], 'parentId' | 'channelId'>;
  signal: AbortSignal;
  onProgress: (progress: ImportProgress) => void;
}

export interface Imported {
  documentId: string;
  /** Pictures that couldn't be uploaded. */
  lost: number;
}

/**
 * Makes a document of a file. It is read and its pictures are uploaded before there is a document; whatever
 * goes wrong later takes the document away again. Resolves once the server has all of it.
 * @throws ImportRefused, ApiProblem, or the reason of the signal
 */
export async function importFile(file: File, { documents, place, signal, onProgress }: ImportOptions): Promise<Imported> {
  onProgress({ step: 'reading' });
  const read = await readFile(file, { documentOfUrl }, signal);
  const { fileIds, lost } = await uploadPictures(read, signal, onProgress);
  signal.throwIfAborted();
  onProgress({ step: 'writing' });
  const { document } = await api.call('createDocument', { body: { ...place, title: read.title.replace(/\s+/gu, ' ').slice(0, LIMITS.documentTitle).trim(), clientId: newClientId() } });
  try {
    for (const fileId of fileIds) await api.call('attachFileToDocument', { params: { id: document.id, fileId } });
    const session = documents.open(document.id);
    try {
      await until(session, signal, ({ ready }) => ready);
      writeBlocks(session.doc, read.blocks);
      await until(session, signal, ({ saved }) => saved === 'saved');
    } finally {
      documents.release(document.id);
    }
  } catch (error) {
    await takeAway(document.id);
    throw error;
  }
  return { documentId: document.id, lost };
}

async function takeAway(documentId: string): Promise<void> {
  const params = { id: documentId };
  await api.call('trashDocument', { params }).then(() => api.call('purgeDocument', { params })).catch(() => undefined);
}

async function uploadPictures({ pictures }: ReadDocument, signal: AbortSignal, onProgress: ImportOptions['onProgress']): Promise<{ fileIds: string[]; lost: number }> {
  const fileIds: string[] = [];
  let lost = 0;
  for (const [index, { block, file }] of pictures.entries()) {
    onProgress({ step: 'pictures', done: index, total: pictures.length });
    try {
      const { id, name, size, mediaType } = await uploadAlone(file, signal);
      fileIds.push(id);
      block.props = { ...block.props, url: `/api/v1/files/${id}/content`, fileId: id, name, size, mediaType };
    } catch (error) {
      // The server says no to this one; anything else may be better in a minute, and ends the import.
      if (!(error instanceof ApiProblem)) throw error;
      lost += 1;
      Object.assign(block, { type: 'paragraph', props: {}, content: [{ type: 'text', text: file.name, styles: { italic: true } }] });
    }
  }
  return { fileIds, lost };
}

/** @throws the reason of the signal; an error when the session stopped */
function until(session: DocumentSession, signal: AbortSignal, holds: (state: DocumentSession['state']) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const { state } = session;
      if (signal.aborted) end(() => reject(signal.reason as Error));
      else if (state.stopped !== null || state.missing) end(() => reject(new Error(`the document stopped: ${state.stopped ?? 'missing'}`)));
      else if (holds(state)) end(resolve);
    };
    const unsubscribe = session.listeners.subscribe(look);
    const end = (settle: () => void) => {
      unsubscribe();
      signal.removeEventListener('abort', look);
      settle();
    };
    signal.addEventListener('abort', look);
    look();
  });
}

function documentOfUrl(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  return origin === window.location.origin ? (/^\/docs\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/u.exec(pathname)?.[1] ?? null) : null;
}
