import { expect, test } from 'vitest';
import { tokenFromHash } from './token-from-hash.ts';

test('reads the token of a fragment with or without its sign', () => {
  expect(tokenFromHash('#token=abc_-123')).toBe('abc_-123');
  expect(tokenFromHash('token=x&y=1')).toBe('x');
  expect(tokenFromHash('')).toBe('');
});
