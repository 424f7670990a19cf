import { ERRORS, ROUTES } from '@parvis/contracts';
import { startTestServer, type TestServer } from '@parvis/testing';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server?.stop());

describe('what docs/api.md says', () => {
  it('is done by its example, with nothing but what it names', async () => {
    const owner = await server.setUp();
    const env = { ...process.env, PARVIS_URL: server.url, PARVIS_EMAIL: owner.user.email, PARVIS_PASSWORD: owner.password };
    const { stdout } = await promisify(execFile)(process.execPath, [`${docs}examples/write-a-document.mjs`], { env });
    const said = JSON.parse(stdout) as { documentId: string; seq: number; head: number; holds: string };
    expect(said).toMatchObject({ seq: 1, head: 1 });
    expect(said.holds).toContain('<heading level="2">A heading</heading>');
    expect((await owner.api.call('getDocument', { params: { id: said.documentId } })).document.title).toBe('From a script');
  });

  it('names codes and paths that there are', () => {
    const guide = readFileSync(`${docs}api.md`, 'utf8');
    const codes = [...guide.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`(\w+)`/g)].map(([, code]) => code));
    expect(codes.length).toBeGreaterThan(10);
    expect(Object.keys(ERRORS)).toEqual(expect.arrayContaining(codes));
    const paths = new Set(Object.values(ROUTES).map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, ':')}`));
    for (const [, method, path] of guide.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/[\w:/-]+)/g)) expect(paths).toContain(`${method} ${path!.replaceAll(/:\w+/g, ':')}`);
  });
});
