import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether nobody listens on this port of any address, with `udp` over UDP either. */
export async function isPortFree(port, { udp = false } = {}) {
  return (await canListen(createServer(), (server) => server.listen(port))) && (!udp || (await canListen(createSocket('udp4'), (socket) => socket.bind(port))));
}

async function canListen(socket, listen) {
  try {
    const listening = once(socket, 'listening');
    listen(socket);
    await listening;
    socket.close();
    await once(socket, 'close');
    return true;
  } catch {
    return false;
  }
}
