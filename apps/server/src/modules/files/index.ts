export { Attachments, type AttachmentPlace } from './attachments.ts';
export { contentHeaders, SAFE } from './content-headers.ts';
export { FILE_COLUMNS, type FileRow, toAttachment } from './file-row.ts';
export { Files, type StoredBytes } from './files.ts';
export { FilesModule } from './files.module.ts';
export { insertVideo } from './insert-video.ts';
export { sniff } from './media-type.ts';
export { SweepFiles } from './sweep-files.ts';
export { sendBytes } from './send-bytes.ts';
