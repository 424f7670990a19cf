import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { UploadHashes } from './upload-hashes.ts';

const chunk = (words: string) => Buffer.from(words);
const sha256 = (words: string) => createHash('sha256').update(words).digest();

it('goes on over several requests, and may be asked more than once', () => {
  const hashes = new UploadHashes();
  hashes.goOn('a', 0)?.update(chunk('hello '));
  hashes.goOn('a', 6)?.update(chunk('world'));
  expect(hashes.of('a', 11)).toEqual(sha256('hello world'));
  expect(hashes.of('a', 11)).toEqual(sha256('hello world'));
  hashes.forget('a');
  expect(hashes.of('a', 11)).toBeNull();
});

it('knows nothing rather than something wrong', () => {
  const hashes = new UploadHashes();
  hashes.goOn('a', 0)?.update(chunk('hello '));
  // Not all that was hashed reached the disk.
  expect(hashes.goOn('a', 3)).toBeNull();
  expect(hashes.goOn('a', 6)).toBeNull();
  expect(hashes.of('a', 6)).toBeNull();
  expect(hashes.goOn('unheard-of', 5)).toBeNull();
});

it('begins anew with the upload', () => {
  const hashes = new UploadHashes();
  hashes.goOn('a', 0)?.update(chunk('never written'));
  hashes.goOn('a', 0)?.update(chunk('hello'));
  expect(hashes.of('a', 5)).toEqual(sha256('hello'));
});
