import type { Socket } from 'socket.io';

/** What of socket.io, engine.io and ws this reaches into; anything missing, and their own way is taken. */
interface Client {
  writeToEngine?: (encoded: unknown, options: Options) => void;
  conn: {
    readyState: string;
    upgrading: boolean;
    writeBuffer: unknown[];
    transport: { name: string; writable: boolean; socket?: { readyState: number; _sender?: Sender } };
  };
}
interface Options {
  volatile?: boolean;
  /** Of what goes to a room; the same object for all of it. */
  wsPreEncodedFrame?: Buffer[];
}
interface Sender {
  sendFrame?: (frame: Buffer[]) => void;
  constructor: { frame?: (data: Buffer, options: object) => Buffer[] };
}
const OPEN = 1;
/** A whole text from a server, not compressed. */
const TEXT = { readOnly: false, mask: false, rsv1: false, opcode: 1, fin: true };
/** Engine.io's type of what socket.io says. */
const MESSAGE = '4';

/**
 * What goes to a whole room is framed once; each of its sockets writes the same bytes. Engine.io
 * still passes every packet through a queue, four events and two callbacks per socket, which costs
 * more than the write: while nothing of a socket waits there, its frame goes to it directly; so does
 * an answer to one alone. The order stays, since both ways end in the same write.
 */
export function sendFramesDirectly(socket: Socket): void {
  const client = socket.client as unknown as Client;
  const queued = client.writeToEngine?.bind(client);
  if (!queued) return;
  client.writeToEngine = (encoded, options) => {
    const { conn } = client;
    const web = conn.transport.socket;
    const free = conn.readyState === 'open' && !conn.upgrading && conn.writeBuffer.length === 0 && conn.transport.name === 'websocket' && conn.transport.writable;
    const sender = free && !options.volatile && web?.readyState === OPEN ? web._sender : undefined;
    const frame = sender?.sendFrame && (options.wsPreEncodedFrame ?? frameOf(encoded, sender));
    if (!sender?.sendFrame || !frame) {
      queued(encoded, options);
      return;
    }
    // Header and payload are joined once for the whole room: each write is a call to the system.
    const whole = frame.length > 1 ? [Buffer.concat(frame)] : frame;
    if (options.wsPreEncodedFrame) options.wsPreEncodedFrame = whole;
    sender.sendFrame(whole);
  };
}

/** Undefined for what is not one text. */
function frameOf(encoded: unknown, { constructor }: Sender): Buffer[] | undefined {
  const [text, more] = Array.isArray(encoded) ? (encoded as unknown[]) : [encoded];
  return typeof text === 'string' && more === undefined ? constructor.frame?.(Buffer.from(MESSAGE + text), TEXT) : undefined;
}
