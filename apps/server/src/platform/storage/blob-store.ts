import type { Readable } from 'node:stream';

/** Bytes that lie safely in the store, and what they are. */
export interface PutBlob {
  key: string;
  /** Of exactly these bytes, taken while they were written. */
  sha256: Buffer;
  size: number;
}

/** A file on this machine that nobody writes to any more. */
export interface FinishedFile {
  file: string;
  /** When it is known already; else the file is read for it. */
  sha256: Buffer | null;
}
export type BlobSource = AsyncIterable<Uint8Array> | FinishedFile;

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

export interface ListedBlob {
  key: string;
  size: number;
  modifiedAt: Date;
}

/** Where bytes lie: a local disk now, other kinds of store behind the same few verbs. Keys are random; nothing of theirs comes from outside. */
export abstract class BlobStore {
  /** Resolves once the bytes would survive a power cut. What fails leaves nothing; a finished file stays where it was. */
  abstract put(source: BlobSource): Promise<PutBlob>;
  /** @throws when there is no such key */
  abstract open(key: string, range?: ByteRange): Promise<Readable>;
  /** Size in bytes; null when there is no such key. */
  abstract stat(key: string): Promise<number | null>;
  /** Without complaint when there is no such key. */
  abstract delete(key: string): Promise<void>;
  abstract list(): AsyncIterable<ListedBlob>;
  /** Forgets what a process that died left half-written. */
  abstract tidy(olderThan: Date): Promise<void>;
}
