import { connectSocket, type ParvisSocket } from '@parvis/client-sdk';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountServer, startAccountServer, STRONG } from '../../testing/account-server.ts';

let server: AccountServer;
let owner: string;
let baseUrl: string;
beforeAll(async () => {
  server = await startAccountServer();
  owner = await server.setUp();
  await server.app.listen(0, '127.0.0.1');
  baseUrl = `http://127.0.0.1:${(server.app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(() => server.stop());

/** Open and welcomed. */
async function open(token: string): Promise<ParvisSocket> {
  const socket = connectSocket({ baseUrl, token });
  const welcomed = new Promise<void>((resolve, reject) => {
    socket.once('hello', () => resolve());
    socket.once('connect_error', reject);
  });
  socket.connect();
  await welcomed;
  return socket;
}
const closed = (socket: ParvisSocket) => once(socket as unknown as NodeJS.EventEmitter, 'disconnect');
const signIn = async (email: string) =>
  (await server.call('createSession', { body: { email, password: STRONG, transport: 'token' } })).body.token as string;

describe('sockets', () => {
  it('of a session close when it ends, those of other sessions stay', async () => {
    const person = await server.invite(owner, 'ann@acme.test');
    const [ending, staying] = await Promise.all([open(person.token), open(await signIn('ann@acme.test'))]);
    const gone = closed(ending);
    await server.call('signOut', { token: person.token });
    await gone;
    expect(staying.connected).toBe(true);
    staying.disconnect();
    await expect(open(person.token)).rejects.toThrow();
  });

  it('of other sessions close when the password changes', async () => {
    const person = await server.invite(owner, 'bob@acme.test');
    const [mine, other] = await Promise.all([open(person.token), open(await signIn('bob@acme.test'))]);
    const gone = closed(other);
    await server.call('changePassword', { token: person.token, body: { currentPassword: STRONG, password: 'granite kettle sings at noon' } });
    await gone;
    expect(mine.connected).toBe(true);
    mine.disconnect();
  });

  it('all close when the account is deactivated or its password reset', async () => {
    const person = await server.invite(owner, 'cat@acme.test');
    const first = await open(person.token);
    const firstGone = closed(first);
    const { body } = await server.call('createPasswordResetLink', { token: owner, params: { id: person.id } });
    await server.call('completePasswordReset', { body: { token: body.url.split('token=')[1], password: STRONG } });
    await firstGone;

    const second = await open(await signIn('cat@acme.test'));
    const secondGone = closed(second);
    await server.call('updateUser', { token: owner, params: { id: person.id }, body: { active: false } });
    await secondGone;
  });
});
