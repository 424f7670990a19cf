import * as z from 'zod/mini';
import { cursor, emojiName, fileName, id, instant, pageLimit, searchQuery } from '../fields.ts';
import { LIMITS } from '../limits.ts';
import { attachmentKind, attachmentSchema, customEmojiSchema } from '../shapes.ts';
import { defineRoutes } from './route.ts';

const byId = z.strictObject({ id });

/**
 * Bytes come in through one door: the tus 1.0 protocol at `/api/v1/uploads` (resumable; what it says
 * is in headers: `Upload-Length`, `Upload-Offset`, `Upload-Metadata` with `filename`). A finished
 * upload is a file that is only its uploader's until a message, an emoji … takes it.
 */
export const fileRoutes = defineRoutes({
  createUpload: {
    method: 'POST', path: '/uploads', access: 'signed-in', summary: 'Begin an upload (tus creation); its address is in the Location header',
    status: 201, errors: ['payload_too_large', 'too_many', 'upload_quota_exceeded', 'unavailable'],
  },
  getUpload: {
    method: 'GET', path: '/uploads/:id', access: 'signed-in', summary: 'How far an upload of mine has come; tus asks with HEAD', params: byId,
    response: z.strictObject({ offset: z.int(), size: z.int() }), status: 200, errors: ['not_found'],
  },
  appendUpload: {
    method: 'PATCH', path: '/uploads/:id', access: 'signed-in', summary: 'Send bytes from Upload-Offset on (tus)', params: byId,
    upload: { mediaTypes: ['application/offset+octet-stream'], streamed: true }, status: 204, errors: ['not_found', 'conflict', 'payload_too_large', 'unavailable'],
  },
  deleteUpload: {
    method: 'DELETE', path: '/uploads/:id', access: 'signed-in', summary: 'Give up an upload of mine (tus termination)', params: byId, status: 204, errors: ['not_found'],
  },
  getUploadedFile: {
    method: 'GET', path: '/uploads/:id/file', access: 'signed-in', summary: 'What became of a finished upload of mine', params: byId,
    response: attachmentSchema, status: 200, errors: ['not_found'],
  },
  updateFile: {
    method: 'PATCH', path: '/files/:id', access: 'signed-in', summary: 'Name a file of mine that is in no message yet, or say that it is a voice message', params: byId,
    body: z.strictObject({
      name: z.optional(fileName),
      voice: z.optional(z.strictObject({
        /** Milliseconds. */
        duration: z.int().check(z.minimum(1), z.maximum(LIMITS.voiceMs)),
        waveform: z.array(z.int().check(z.minimum(0), z.maximum(100))).check(z.minLength(1), z.maxLength(LIMITS.waveformPeaks)),
      })),
    }),
    response: attachmentSchema, status: 200, errors: ['not_found', 'unsupported_media'],
  },
  deleteFile: {
    method: 'DELETE', path: '/files/:id', access: 'signed-in', summary: 'Drop a file of mine that is in no message yet', params: byId, status: 204, errors: ['not_found'],
  },
  getFileContent: {
    method: 'GET', path: '/files/:id/content', access: 'signed-in', summary: 'The bytes, whole or a range; only for who is in its conversation',
    params: byId, query: z.strictObject({ download: z.optional(z.enum(['true', 'false'])) }), download: 'application/octet-stream', status: 200, errors: ['not_found'],
  },
  getFileThumbnail: {
    method: 'GET', path: '/files/:id/thumbnail', access: 'signed-in', summary: 'A small picture of an image, WebP, at most 720 pixels a side', params: byId,
    download: 'image/webp', status: 200, errors: ['not_found'],
  },
  listChannelFiles: {
    method: 'GET', path: '/channels/:id/files', access: 'signed-in', summary: 'Files in a conversation\'s messages, the newest first', params: byId,
    query: z.strictObject({ query: z.optional(searchQuery), kind: z.optional(attachmentKind), cursor: z.optional(cursor), limit: pageLimit }),
    response: z.strictObject({
      files: z.array(z.strictObject({ file: attachmentSchema, messageId: id, userId: id, createdAt: instant })), next: z.nullable(z.string()),
    }),
    status: 200, errors: ['not_found', 'invalid_cursor'],
  },
  listEmoji: {
    method: 'GET', path: '/emoji', access: 'signed-in', summary: 'The organisation\'s own emoji, by name',
    response: z.strictObject({ emoji: z.array(customEmojiSchema) }), status: 200,
  },
  createEmoji: {
    method: 'POST', path: '/emoji', access: 'signed-in', summary: 'Add an emoji from an uploaded image of mine', body: z.strictObject({ name: emojiName, fileId: id }),
    response: customEmojiSchema, status: 201, errors: ['forbidden', 'name_taken', 'attachment_invalid', 'image_invalid', 'payload_too_large', 'too_many'],
  },
  deleteEmoji: {
    method: 'DELETE', path: '/emoji/:id', access: 'signed-in', summary: 'Remove an emoji: mine, or as an admin any', params: byId, status: 204, errors: ['not_found', 'forbidden'],
  },
  getEmojiImage: { method: 'GET', path: '/emoji/:id/image', access: 'signed-in', summary: 'Its picture, WebP, at most 128 pixels a side', params: byId, download: 'image/webp', status: 200, errors: ['not_found'] },
});
