import { describe, expect, it } from 'vitest';
import { findUnstorable } from './storable-text.ts';

describe('text that PostgreSQL cannot keep', () => {
  it.each([
    [{ name: 'a\0b' }, ['name']],
    [{ body: ['ok', '\ud800'] }, ['body', '1']],
    [{ cursors: { 'user:\0': 1 } }, ['cursors']],
    ['\udc00\ud800', []],
  ])('is found in %j', (value, path) => {
    expect(findUnstorable(value)).toEqual(path);
  });

  it.each([[{ text: 'Grüße 👩‍🚀\n\t', n: 1, none: null, list: [] }], [undefined], ['']])('is not seen in %j', (value) => {
    expect(findUnstorable(value)).toBeNull();
  });
});
