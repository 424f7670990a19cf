import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io, type Socket as ClientSocket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sendFramesDirectly } from './direct-frames.ts';

let server: Server;
let clients: ClientSocket[];
let sockets: Socket[];

beforeEach(async () => {
  const http = createServer();
  server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
  sockets = [];
  server.on('connection', (socket) => {
    sendFramesDirectly(socket);
    void socket.join('room');
    sockets.push(socket);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  clients = [1, 2, 3].map(() => io(url, { transports: ['websocket'], forceNew: true }));
  await Promise.all(clients.map((client) => new Promise<void>((resolve) => client.once('connect', resolve))));
});
afterEach(async () => {
  for (const client of clients) client.disconnect();
  await server.close();
});

const until = (client: ClientSocket, last: number): Promise<number[]> => new Promise((resolve) => {
  const got: number[] = [];
  client.on('number', (number: number) => {
    got.push(number);
    if (number === last) resolve(got);
  });
});
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('frames of a room', () => {
  it('come in the order in which they were sent, among what is sent to one socket alone', async () => {
    const received = Promise.all(clients.map((client) => until(client, 299)));
    const filler = 'x'.repeat(100_000);
    for (const number of upTo(300)) {
      if (number % 7 === 3) for (const socket of sockets) socket.emit('number', number, filler);
      else server.to('room').emit('number', number, number % 5 === 0 ? filler : '');
    }
    for (const got of await received) expect(got).toEqual(upTo(300));
  });

  it('pass no queue while nothing waits in it', async () => {
    let queued = 0;
    for (const socket of sockets) socket.conn.on('packetCreate', () => (queued += 1));
    const received = Promise.all(clients.map((client) => until(client, 0)));
    server.to('room').emit('number', 0);
    await received;
    expect(queued).toBe(0);
  });

  it('and answers to one socket alone pass none either, in any letters; bytes do', async () => {
    let queued = 0;
    const [one, two] = [clients[0]!, sockets.find(({ id }) => id === clients[0]?.id)!];
    two.conn.on('packetCreate', () => (queued += 1));
    two.on('ask', (words: string, answer: (words: string) => void) => { answer(`${words}!`); });
    expect(await one.emitWithAck('ask', 'déjà 👋')).toBe('déjà 👋!');
    expect(queued).toBe(0);
    const bytes = new Promise((resolve) => one.once('bytes', resolve));
    two.emit('bytes', Buffer.from([1, 2, 3]));
    expect(await bytes).toEqual(Buffer.from([1, 2, 3]));
    expect(queued).toBeGreaterThan(0);
  });

  it('go to nobody who left', async () => {
    const got: number[] = [];
    clients[0]?.on('number', (number: number) => got.push(number));
    const gone = sockets.find((socket) => socket.id === clients[0]?.id);
    await gone?.leave('room');
    const received = until(clients[1]!, 1);
    server.to('room').emit('number', 0);
    server.to('room').emit('number', 1);
    await received;
    gone?.emit('number', 2);
    await expect.poll(() => got).toEqual([2]);
  });
});
