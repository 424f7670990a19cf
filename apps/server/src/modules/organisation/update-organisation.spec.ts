import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
});
afterAll(() => server.stop());

describe('the organisation', () => {
  it('is renamed by admins and told to everybody', async () => {
    const answer = await server.call('updateOrganisation', { token: owner, body: { name: 'Acme & Sons', language: 'fr' } });
    expect(answer.body).toMatchObject({ name: 'Acme & Sons', language: 'fr', mailEnabled: false });
    const [event] = await server.database.query(
      `SELECT type, payload FROM stream_event WHERE stream = $1 ORDER BY seq DESC LIMIT 1`,
      [`organisation:${answer.body.id}`],
    );
    expect(event).toEqual({ type: 'organisation.updated', payload: { organisation: answer.body } });
  });

  it('is read but not changed by members', async () => {
    const { token } = await server.invite(owner, 'mem@acme.test');
    expect((await server.call('getOrganisation', { token })).status).toBe(200);
    expect((await server.call('updateOrganisation', { token, body: { name: 'Mine' } })).status).toBe(403);
  });
});
