import { Injectable } from '@nestjs/common';
import { createHash, type Hash } from 'node:crypto';

/** Whoever came longest ago is forgotten beyond so many; such an upload is read once more at its end. */
const REMEMBERED = 1_000;

interface Running {
  hash: Hash;
  offset: number;
}

/** Hashes of uploads while their bytes come, so that a large one need not be read again when it is whole. */
@Injectable()
export class UploadHashes {
  private readonly running = new Map<string, Running>();

  /** The hash of all bytes before this offset, to be fed with those that follow; null when it isn't known. */
  goOn(id: string, offset: number): { update(chunk: Uint8Array): void } | null {
    const running = offset === 0 ? { hash: createHash('sha256'), offset } : this.running.get(id);
    this.running.delete(id);
    // More was hashed than written when a connection broke: what follows wouldn't fit.
    if (running?.offset !== offset) return null;
    this.running.set(id, running);
    this.forgetOldest();
    return {
      update: (chunk) => {
        running.hash.update(chunk);
        running.offset += chunk.byteLength;
      },
    };
  }

  /** Of the whole upload; null when it has to be read for that. */
  of(id: string, size: number): Buffer | null {
    const running = this.running.get(id);
    return running?.offset === size ? running.hash.copy().digest() : null;
  }

  forget(id: string): void {
    this.running.delete(id);
  }

  private forgetOldest(): void {
    if (this.running.size <= REMEMBERED) return;
    const [oldest] = this.running.keys();
    if (oldest !== undefined) this.running.delete(oldest);
  }
}
