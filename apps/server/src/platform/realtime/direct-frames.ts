import type { Socket } from 'socket.io';

/** What of socket.io, engine.io and ws this reaches into; anything missing, and their own way is taken. */
interface Client {
  writeToEngine?: (encoded: unknown, options: { volatile?: boolean; wsPreEncodedFrame?: Buffer[] }) => void;
  conn: {
    readyState: string;
    upgrading: boolean;
    writeBuffer: unknown[];
    transport: { name: string; writable: boolean; socket?: { readyState: number; _sender?: { sendFrame?: (frame: Buffer[]) => void } } };
  };
}
const OPEN = 1;

/**
 * What goes to a whole room is framed once; each of its sockets writes the same bytes. Engine.io
 * still passes every packet through a queue, four events and two callbacks per socket, which costs
 * more than the write: while nothing of a socket waits there, its frame goes to it directly.
 * The order stays, since both ways end in the same write.
 */
export function sendFramesDirectly(socket: Socket): void {
  const client = socket.client as unknown as Client;
  const queued = client.writeToEngine?.bind(client);
  if (!queued) return;
  client.writeToEngine = (encoded, options) => {
    const { conn } = client;
    const web = conn.transport.socket;
    const free = conn.readyState === 'open' && !conn.upgrading && conn.writeBuffer.length === 0 && conn.transport.name === 'websocket' && conn.transport.writable;
    if (!options.wsPreEncodedFrame || options.volatile || !free || web?.readyState !== OPEN || !web._sender?.sendFrame) {
      queued(encoded, options);
      return;
    }
    // The options are the same object for the whole room: header and payload are joined once.
    if (options.wsPreEncodedFrame.length > 1) options.wsPreEncodedFrame = [Buffer.concat(options.wsPreEncodedFrame)];
    web._sender.sendFrame(options.wsPreEncodedFrame);
  };
}
