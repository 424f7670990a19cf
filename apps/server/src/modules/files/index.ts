export { Attachments, type AttachmentPlace } from './attachments.ts';
export { FILE_COLUMNS, type FileRow, toAttachment } from './file-row.ts';
export { FilesModule } from './files.module.ts';
export { SweepFiles } from './sweep-files.ts';
