import { startTestServer, type TestServer } from '@parvis/testing';
import { once } from 'node:events';
import net, { type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Mailbox, openMailbox } from '../../testing/mailbox.ts';

/** In front of the mail server: takes connections and answers nothing until it is opened. */
let doorman: net.Server;
let open = false;
let knocked = 0;
let mailbox: Mailbox;
let server: TestServer;
beforeAll(async () => {
  mailbox = await openMailbox();
  doorman = net.createServer((socket) => {
    knocked += 1;
    socket.on('error', () => undefined);
    if (!open) return;
    const inside = net.connect(Number(new URL(mailbox.url).port), '127.0.0.1').on('error', () => socket.destroy());
    socket.pipe(inside).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(doorman, 'listening');
  server = await startTestServer({ env: { PARVIS_SMTP_URL: `smtp://127.0.0.1:${(doorman.address() as AddressInfo).port}` } });
});
afterAll(async () => {
  await server.stop();
  await mailbox.close();
  doorman.close();
});

it('mails the link although the server is killed while it sends it', async () => {
  const { user, api } = await server.setUp();
  await api.call('requestPasswordReset', { body: { email: user.email } });
  await vi.waitUntil(() => knocked > 0, { timeout: 30_000 });
  await server.kill9();
  open = true;
  await server.start();
  const mail = await mailbox.next();
  expect(mail.to).toMatchObject({ text: user.email });
  expect(mail.text).toContain('/reset-password#token=');
});
