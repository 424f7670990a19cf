import type { FastifyReply } from 'fastify';
import type { StoredState } from './document-log.repository.ts';

/** The seq after all of them (8 bytes, big-endian, as all numbers here), then each update as its length (4 bytes) and its bytes. */
export async function sendUpdates(reply: FastifyReply, { head, updates }: StoredState): Promise<void> {
  const pieces = updates.flatMap((update) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(update.byteLength);
    return [length, update];
  });
  const first = Buffer.alloc(8);
  first.writeBigUInt64BE(BigInt(head));
  await reply
    .headers({ 'content-type': 'application/octet-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    .send(Buffer.concat([first, ...pieces]));
}
