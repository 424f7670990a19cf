import { Injectable } from '@nestjs/common';
import sharp from 'sharp';
import { OutgoingError } from '../../platform/outgoing/outgoing-error.ts';
import { Outgoing } from '../../platform/outgoing/outgoing.ts';
import { sniff } from '../files/index.ts';
import { type PageDescription, readPage } from './read-page.ts';

/** Heads come first: what is cut off is of no use here. */
const PAGE_BYTES = 512 * 1024;
const PICTURE_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 8_000;
const HTML = new Set(['text/html', 'application/xhtml+xml']);
const PICTURE = { width: 800, height: 420, leastPx: 48, mostPixels: 40_000_000, patienceS: 10 };

export interface FetchedPage extends PageDescription {
  /** WebP, made anew from the page's picture. */
  picture: Buffer | null;
}

/** Fetches a page and its picture from outside. */
@Injectable()
export class FetchPage {
  constructor(private readonly outgoing: Outgoing) {}

  /** Null when there is nothing to show, whatever the reason. */
  async run(url: string, signal: AbortSignal): Promise<FetchedPage | null> {
    try {
      const answer = await this.outgoing.get(url, { timeoutMs: TIMEOUT_MS, maxBytes: PAGE_BYTES, cut: true, signal, headers: { accept: 'text/html' } });
      if (answer.status !== 200 || !HTML.has(answer.mediaType)) return null;
      const page = readPage(answer.bytes, answer.charset, answer.url.href);
      if (page.title === '') return null;
      return { ...page, picture: page.imageUrl === null ? null : await this.picture(page.imageUrl, signal) };
    } catch (error) {
      if (error instanceof OutgoingError) return null;
      throw error;
    }
  }

  private async picture(url: string, signal: AbortSignal): Promise<Buffer | null> {
    try {
      const answer = await this.outgoing.get(url, { timeoutMs: TIMEOUT_MS, maxBytes: PICTURE_BYTES, signal, headers: { accept: 'image/*' } });
      return answer.status === 200 ? await encodeAnew(answer.bytes) : null;
    } catch {
      // A page without its picture, or with one that is none, is still a page.
      return null;
    }
  }
}

/** Nothing of the bytes that came is kept, so whatever else they may be is gone. */
async function encodeAnew(bytes: Buffer): Promise<Buffer | null> {
  // Only what browsers draw reaches the decoders, whatever it is called.
  if ((await sniff(bytes)).kind !== 'image') return null;
  const image = sharp(bytes, { limitInputPixels: PICTURE.mostPixels, pages: 1, failOn: 'error' }).timeout({ seconds: PICTURE.patienceS });
  const { width, height } = await image.metadata();
  if (Math.min(width, height) < PICTURE.leastPx) return null;
  return image.autoOrient().resize(PICTURE.width, PICTURE.height, { fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 }).toBuffer();
}
