import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

export interface Receiver {
  readonly port: number;
  /** For AES-256-GCM: key and salt (RFC 7714), base64. */
  readonly key: string;
}
export interface Receivers {
  readonly all: readonly Receiver[];
  /** RTP packets and bytes so far, of all. */
  packets(): number;
  bytes(): number;
  close(): void;
}

/** What mediasoup sends to find out what a line carries. */
const PROBATION_SSRC = 1_234;

/** So many sockets that count what comes: one each, so that none loses packets for want of buffer. */
export async function openReceivers(count: number): Promise<Receivers> {
  let packets = 0;
  let bytes = 0;
  const sockets: Socket[] = [];
  for (let index = 0; index < count; index++) {
    const socket = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 ** 2 });
    socket.on('message', (data) => {
      // RTCP on the same port (RFC 5761, 4) is not what is counted.
      if (data[1]! >= 192 && data[1]! <= 223) return;
      if (data.length >= 12 && data.readUInt32BE(8) === PROBATION_SSRC) return;
      packets++;
      bytes += data.length;
    });
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    sockets.push(socket);
  }
  return {
    all: sockets.map((socket) => ({ port: socket.address().port, key: randomBytes(44).toString('base64') })),
    packets: () => packets,
    bytes: () => bytes,
    close: () => sockets.forEach((socket) => socket.close()),
  };
}
