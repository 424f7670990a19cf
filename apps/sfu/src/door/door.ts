import { RECORDINGS_PATH, SFU_PATH } from '@parvis/sfu-protocol';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Logger } from '../log/log.ts';
import type { MediaHost } from '../media-host.ts';
import { sendRecording } from '../recording/send-recording.ts';
import { unattach } from '../rooms/sweep-ghosts.ts';
import { bears } from './bearer.ts';
import { ServerConnection } from './server-connection.ts';

/** Bytes of one frame: what a browser says of its codecs, and a full page of consumers, fit many times. */
const MOST_IN_A_FRAME = 512 * 1024;
/** A server that was unplugged says nothing; one that lives answers a ping. */
const PING_EVERY_MS = 15_000;

/** The one way in: `GET /health` for everybody, all else for servers that know the secret. */
export function createDoor(host: MediaHost, secret: string, log: Logger): Server {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_IN_A_FRAME, perMessageDeflate: false });
  const server = createServer((request, response) => void answer(host, secret, request, response));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Who is refused may be gone before it is told.
    socket.on('error', () => socket.destroy());
    if (pathOf(request) !== SFU_PATH) return refuse(socket, '404 Not Found');
    if (!bears(request.headers.authorization, secret)) {
      log.warn({ address: request.socket.remoteAddress }, 'connection without the secret refused');
      return refuse(socket, '401 Unauthorized');
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) => connected(host, webSocket, log));
  });
  return server;
}

async function answer(host: MediaHost, secret: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  if (request.method === 'GET' && path.startsWith(`${RECORDINGS_PATH}/`)) {
    if (!bears(request.headers.authorization, secret)) return void response.writeHead(401).end();
    return sendRecording(host.recordings, path.slice(RECORDINGS_PATH.length + 1), response);
  }
  if (request.method !== 'GET' || path !== '/health') return void response.writeHead(404).end();
  const { state } = host.status();
  response.writeHead(state === 'failed' ? 503 : 200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify({ state }));
}

function connected(host: MediaHost, socket: WebSocket, log: Logger): void {
  const connection = new ServerConnection(socket, host, log);
  host.connections.add(connection);
  let alive = true;
  const pings = setInterval(() => {
    if (!alive) return socket.terminate();
    alive = false;
    socket.ping();
  }, PING_EVERY_MS);
  socket.on('pong', () => {
    alive = true;
  });
  // A frame that is too large, or broken: the connection closes by itself.
  socket.on('error', (error) => log.warn({ err: error }, 'connection of a server failed'));
  socket.once('close', () => {
    clearInterval(pings);
    host.connections.delete(connection);
    unattach(host, connection, performance.now());
  });
}

const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? '';

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
