import fastify, { type FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { registerHearOut } from './hear-out.ts';

let server: FastifyInstance;
let port: number;
beforeEach(async () => {
  server = fastify({ bodyLimit: 1_000, forceCloseConnections: true });
  registerHearOut(server);
  server.post('/', () => 'taken');
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterEach(() => server.close());

/** What a client hears that sends a body after the answer has begun, and then asks once more on the same connection. */
function heard(bodyBytes: number, sent = bodyBytes): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    let answered = false;
    const head = (length: number) => `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;
    socket.on('data', (chunk) => {
      text += chunk.toString();
      if (answered) return;
      answered = true;
      socket.write('x'.repeat(sent));
      socket.end(`${head(2)}{}`);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => { resolve(text); });
    socket.write(head(bodyBytes));
  });
}

it('lets a client finish that sends too much, and hears it further', async () => {
  const text = await heard(600_000);
  expect(text).toContain('413');
  expect(text).toContain('200 OK');
});

it('cuts off who announces far too much', async () => {
  expect(await heard(17 * 1024 * 1024, 10)).not.toContain('200 OK');
});
