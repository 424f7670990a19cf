import { expect, it } from 'vitest';
import type { StorageReport } from '../platform/storage/check-storage.ts';
import { describeReport, isSound } from './storage-check.ts';

const report = (more: Partial<StorageReport> = {}): StorageReport => ({
  blobs: 2, bytes: 30, missing: [], wrongSize: [], wrongContent: [], unknown: [], unreferenced: [], deleted: 0, ...more,
});

it('says that all is well', () => {
  expect(describeReport(report())).toBe('2 blobs, 30 bytes\nNothing is missing\n');
});

it.each([
  [{ missing: ['a'] }, false], [{ wrongSize: ['a'], deleted: 1 }, false], [{ wrongContent: ['a'] }, false], [{ unknown: ['a'] }, false],
  [{ unknown: ['a'], unreferenced: ['b'], deleted: 2 }, true],
])('tells by its status whether something is left to do: %j', (found, sound) => {
  expect(isSound(report(found))).toBe(sound);
});

it('names some and counts the rest', () => {
  const text = describeReport(report({ missing: Array.from({ length: 25 }, (_, index) => `key${index}`) }));
  expect(text).toContain('25 are known but not there: key0, key1');
  expect(text).toContain('key19 and 5 more');
});
