import { v7 } from 'uuid';
import type { Query } from '../../platform/database/query.ts';
import { fileName } from './file-name.ts';

export interface MadeVideo {
  /** Whose file it is until a message takes it. */
  userId: string;
  name: string;
  /** Claimed in the same transaction. */
  blobId: string;
  size: number;
  width: number;
  height: number;
  /** Milliseconds. */
  duration: number | null;
}

/** A file that the server made itself (MP4), as if that person had uploaded it. Answers its id. */
export async function insertVideo(query: Query, { userId, name, blobId, size, width, height, duration }: MadeVideo): Promise<string> {
  const id = v7();
  await query.query(
    `INSERT INTO file (id, uploaded_by, name, media_type, kind, size, blob_id, width, height, duration, created_at)
     VALUES ($1, $2, $3, 'video/mp4', 'video', $4, $5, $6, $7, $8, $9)`,
    [id, userId, fileName(name), size, blobId, width, height, duration, new Date()],
  );
  return id;
}
