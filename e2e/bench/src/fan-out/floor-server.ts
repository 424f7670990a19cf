import { createServer } from 'node:http';
import pg from 'pg';
import { Server } from 'socket.io';
import { v7 as uuidv7 } from 'uuid';

/** The floor: the least that stores a message and tells it to a room with socket.io. */
const database = new pg.Pool({ connectionString: process.env['DATABASE_URL'] });
await database.query('CREATE TABLE IF NOT EXISTS floor (id uuid PRIMARY KEY, text text NOT NULL, at timestamptz NOT NULL DEFAULT now())');

const http = createServer((request, response) => {
  if (request.method !== 'POST') {
    response.end('ok');
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    const id = uuidv7();
    database.query('INSERT INTO floor (id, text) VALUES ($1, $2)', [id, text]).then(
      () => {
        io.to('room').emit('event', { id, text, at: new Date().toISOString() });
        response.end(id);
      },
      () => response.writeHead(500).end(),
    );
  });
});
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false, serveClient: false });
io.on('connection', (socket) => {
  void socket.join('room');
  socket.emit('hello', {});
});
http.listen(Number(process.env['PARVIS_PORT']), '127.0.0.1');
