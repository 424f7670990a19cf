import type { FastifyReply } from 'fastify';
import type { StoredState } from './document-log.repository.ts';

/** Each update as its length (4 bytes, big-endian) and its bytes; the seq after all of them in a header. */
export async function sendUpdates(reply: FastifyReply, { head, updates }: StoredState): Promise<void> {
  const pieces = updates.flatMap((update) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(update.byteLength);
    return [length, update];
  });
  await reply
    .headers({ 'content-type': 'application/octet-stream', 'cache-control': 'no-store', 'x-document-seq': String(head), 'x-content-type-options': 'nosniff' })
    .send(Buffer.concat(pieces));
}
