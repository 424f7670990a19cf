import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AccountServer, startAccountServer } from '../testing/account-server.ts';
import { handOver } from './user-hand-over.ts';

let server: AccountServer;
let owner: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
});
afterAll(() => server.stop());

const made = async (token: string, body: object): Promise<string> => (await server.call('createDocument', { token, body })).body.document.id;
const titles = async (token: string, place: string): Promise<string[]> =>
  (await server.call('listDocuments', { token, query: { place } })).body.documents.map(({ document }: { document: { title: string } }) => document.title);

it('gives what a closed account owned to somebody else, with all below and in the trash, and only then', async () => {
  const [gone, next, reader] = [await server.invite(owner, 'gone@acme.test'), await server.invite(owner, 'next@acme.test'), await server.invite(owner, 'reader@acme.test')];
  const top = await made(gone.token, { title: 'Handbook' });
  const below = await made(gone.token, { title: 'Chapter', parentId: top });
  await server.call('trashDocument', { token: gone.token, params: { id: await made(gone.token, { title: 'Draft' }) } });
  await server.call('grantDocumentToUser', { token: gone.token, params: { id: top, userId: reader.id }, body: { role: 'reader' } });
  await made(next.token, { title: 'Mine' });

  await expect(handOver(server.app, 'gone@acme.test', 'next@acme.test')).rejects.toThrow('not closed');
  await server.call('updateUser', { token: owner, params: { id: gone.id }, body: { active: false } });
  await expect(handOver(server.app, 'gone@acme.test', 'nobody@acme.test')).rejects.toThrow('no account');
  expect(await handOver(server.app, 'Gone@acme.test', 'next@acme.test')).toBe(2);
  expect(await handOver(server.app, 'gone@acme.test', 'next@acme.test')).toBe(0);

  const own = await titles(next.token, 'personal');
  expect(own.filter((title) => title !== 'Chapter')).toEqual(['Mine', 'Handbook']);
  expect(own).toContain('Chapter');
  expect(await titles(next.token, 'trash')).toEqual(['Draft']);
  expect((await server.call('getDocument', { token: next.token, params: { id: below } })).body).toMatchObject({ role: 'manager', document: { ownerId: next.id } });
  expect((await server.call('getDocument', { token: reader.token, params: { id: below } })).body).toMatchObject({ role: 'reader' });
});
