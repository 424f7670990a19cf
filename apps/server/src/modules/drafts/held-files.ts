import type { Attachment } from '@parvis/contracts';
import type { Query } from '../../platform/database/query.ts';
import { ApiError } from '../../platform/http/api-error.ts';
import { FILE_COLUMNS, type FileRow, toAttachment } from '../files/index.ts';

/** A person's uploaded files that no message has taken yet, in the order of these ids; others are left out. */
export async function readHeldFiles(query: Query, userId: string, fileIds: readonly string[]): Promise<Attachment[]> {
  if (fileIds.length === 0) return [];
  const rows = await query.query<FileRow>(
    `SELECT ${FILE_COLUMNS} FROM file WHERE file.id = ANY($1) AND file.uploaded_by = $2 AND file.message_id IS NULL`,
    [fileIds, userId],
  );
  const byId = new Map(rows.map((row) => [row.id, toAttachment(row)]));
  return fileIds.flatMap((id) => byId.get(id) ?? []);
}

/** @throws ApiError attachment_invalid when one is somebody else's, gone, or in a message already */
export async function requireHeldFiles(query: Query, userId: string, fileIds: readonly string[]): Promise<Attachment[]> {
  const files = await readHeldFiles(query, userId, fileIds);
  if (files.length !== fileIds.length || new Set(fileIds).size !== fileIds.length) throw new ApiError('attachment_invalid');
  return files;
}
