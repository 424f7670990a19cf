import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('make-secrets.mjs', import.meta.url));
let folder;

beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'parvis-secrets-')), 'secrets');
});

afterEach(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const make = () => execFileSync(process.execPath, [script, folder], { encoding: 'utf8' });
const read = (name) => readFileSync(path.join(folder, name), 'utf8');

test('both containers get the same password, in a folder for its owner only', () => {
  make();
  expect(read('database-password').length).toBeGreaterThanOrEqual(32);
  expect(new URL(read('database-url')).password).toBe(read('database-password'));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('a media host and a TURN server share a secret each with the server', () => {
  make();
  expect(read('sfu-secret').length).toBeGreaterThanOrEqual(32);
  expect(read('turn-config').split('\n')).toContain(`static-auth-secret=${read('turn-secret')}`);
  expect(new Set(['database-password', 'sfu-secret', 'turn-secret'].map(read)).size).toBe(3);
});

test('a later version adds what is missing and touches nothing else', () => {
  make();
  const url = read('database-url');
  rmSync(path.join(folder, 'sfu-secret'));
  expect(make()).toContain('Wrote sfu-secret to');
  expect(read('database-url')).toBe(url);
});

test('a second run keeps the secrets, as the database remembers its first password', () => {
  make();
  const first = read('database-password');
  expect(make()).toContain('kept');
  expect(read('database-password')).toBe(first);
});
