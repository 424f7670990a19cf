import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { hashInputs } from './hash-inputs.mjs';
import { root } from './paths.mjs';

let project;

beforeEach(() => {
  mkdirSync(path.join(root, '.cache'), { recursive: true });
  project = path.relative(root, mkdtempSync(path.join(root, '.cache', 'hash-')));
  write('src/main.ts', 'one');
});

afterEach(() => rmSync(path.join(root, project), { recursive: true, force: true }));

function write(file, content) {
  const target = path.join(root, project, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
}

test('stays the same while nothing that is built changes', () => {
  const before = hashInputs(project);
  write('src/main.ts', 'one');
  write('src/main.spec.ts', 'a test');
  write('dist/main.mjs', 'an output');
  write('README.md', 'a text');
  expect(hashInputs(project)).toBe(before);
});

test.each([
  ['a changed file', 'src/main.ts'],
  ['a new file', 'src/deep/other.ts'],
  ['an asset', 'public/icon.svg'],
])('changes with %s', (_case, file) => {
  const before = hashInputs(project);
  write(file, 'two');
  expect(hashInputs(project)).not.toBe(before);
});
