import type { Attachment } from '@parvis/contracts';
import { api, uploadAlone } from '../../../sync/index.ts';

/** Uploads a file that everybody who reads the document may read then. Rejects as uploads and calls do. */
export async function uploadIntoDocument(documentId: string, file: File): Promise<Attachment> {
  const uploaded = await uploadAlone(file);
  await api.call('attachFileToDocument', { params: { id: documentId, fileId: uploaded.id } });
  return uploaded;
}
