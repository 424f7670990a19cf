import type { Attachment, AttachmentKind } from '@parvis/contracts';

/** Columns of `file` under the names of `FileRow`, for a table or alias `file`. */
export const FILE_COLUMNS = `file.id, file.name, file.media_type AS "mediaType", file.kind, file.size, file.width, file.height,
  file.duration, file.waveform, file.thumbnail_blob_id IS NOT NULL AS thumbnail`;

/** SQL: `file` is neither in a message nor in a document. */
export const LOOSE = '(file.message_id IS NULL AND NOT EXISTS (SELECT FROM document_file df WHERE df.file_id = file.id))';

export interface FileRow {
  id: string;
  name: string;
  mediaType: string;
  kind: AttachmentKind;
  size: number;
  width: number | null;
  height: number | null;
  duration: number | null;
  waveform: number[] | null;
  thumbnail: boolean;
}

export const toAttachment = ({ id, name, mediaType, kind, size, width, height, duration, waveform, thumbnail }: FileRow): Attachment => ({
  id, name, mediaType, kind, size, width, height, duration, waveform, thumbnail,
});
