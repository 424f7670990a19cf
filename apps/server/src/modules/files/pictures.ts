import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import sharp from 'sharp';

const THUMBNAIL_PX = 720;
/** A decoded picture of 100 megapixels takes 400 MB at worst: enough for any camera, too little for a bomb. */
const MOST_PIXELS = 100_000_000;
/** It is in memory while it is decoded. */
const MOST_BYTES = 64 * 1024 * 1024;
const PATIENCE_S = 10;
/** Decoded at a time in this process. */
const AT_ONCE = 2;

export interface Picture {
  width: number;
  height: number;
  /** WebP; none when the picture itself is as small. */
  thumbnail: Buffer;
}

/** Looks at pictures that anybody sent: bounded in pixels, bytes, time and number at once. */
@Injectable()
export class Pictures {
  private free = AT_ONCE;
  private readonly waiting: (() => void)[] = [];

  /** Null for what is damaged, too large or takes too long. */
  async read(open: () => Promise<Readable>, size: number): Promise<Picture | null> {
    if (size > MOST_BYTES) return null;
    if (this.free === 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.free -= 1;
    try {
      return await decode(await open());
    } catch {
      return null;
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}

async function decode(source: Readable): Promise<Picture> {
  const image = sharp({ limitInputPixels: MOST_PIXELS, pages: 1, failOn: 'error' }).timeout({ seconds: PATIENCE_S });
  const [metadata, thumbnail] = await Promise.all([
    image.metadata(),
    image.clone().autoOrient().resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 80 }).toBuffer(),
    pipeline(source, image),
  ]);
  return { ...metadata.autoOrient, thumbnail };
}
