import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test.each(['/', '/c/1?message=2', '/settings/profile'])('goes on to %s', (path) => {
  expect(ownPath(path)).toBe(path);
});

test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', 'https://evil.example', 'javascript:alert(1)', '', undefined, 3])('never leaves for %j', (path) => {
  expect(ownPath(path)).toBeUndefined();
});
