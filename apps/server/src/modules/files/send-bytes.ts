import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { BlobStore } from '../../platform/storage/blob-store.ts';
import type { StoredBytes } from './files.ts';
import { rangeIn } from './content-headers.ts';

/** Answers with stored bytes: whole, a range of them, or that what the client has is still right. */
export async function sendBytes(request: FastifyRequest, reply: FastifyReply, store: BlobStore, { blobId, key, size }: StoredBytes, headers: Record<string, string>): Promise<void> {
  // A blob never changes, so its id says which bytes these are.
  const etag = `"${blobId}"`;
  void reply.headers({ ...headers, etag, 'accept-ranges': 'bytes' });
  if (matches(request.headers['if-none-match'], etag)) {
    await reply.status(304).send();
    return;
  }
  const sameVersion = request.headers['if-range'] === undefined || request.headers['if-range'] === etag;
  const range = sameVersion ? rangeIn(request.headers.range, size) : null;
  if (range === 'unsatisfiable') {
    await reply.status(416).headers({ 'content-range': `bytes */${size}`, 'content-length': 0 }).send();
    return;
  }
  if (range) void reply.status(206).headers({ 'content-range': `bytes ${range.start}-${range.end}/${size}`, 'content-length': range.end - range.start + 1 });
  else void reply.status(200).header('content-length', size);
  const nothing = request.method === 'HEAD' || size === 0;
  await reply.send(nothing ? Readable.from([]) : await store.open(key, range ?? undefined));
}

const matches = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === etag || entry.trim() === '*');
