import { PassThrough, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { OutgoingError } from './outgoing-error.ts';

const DECODERS: Record<string, () => Transform> = {
  '': () => new PassThrough(), 'identity': () => new PassThrough(), 'gzip': createGunzip, 'x-gzip': createGunzip, 'br': createBrotliDecompress, 'deflate': createInflate,
};

export interface BodyLimits {
  maxBytes: number;
  /** Give back what came up to the limit instead of refusing what is larger. */
  cut: boolean;
}

/** The decoded body, no more of it than allowed is ever held. */
export async function readBody(source: Readable, encoding: string, { maxBytes, cut }: BodyLimits): Promise<{ bytes: Buffer; complete: boolean }> {
  const decoder = DECODERS[encoding.trim().toLowerCase()];
  if (!decoder) throw new OutgoingError('encoding');
  const decoded = decoder();
  source.on('error', (error) => decoded.destroy(error));
  source.pipe(decoded);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of decoded as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size <= maxBytes) continue;
      if (!cut) throw new OutgoingError('too_large');
      return { bytes: Buffer.concat(chunks).subarray(0, maxBytes), complete: false };
    }
  } finally {
    decoded.destroy();
    source.destroy();
  }
  return { bytes: Buffer.concat(chunks), complete: true };
}
