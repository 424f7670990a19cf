import { WebSocket } from 'ws';

export interface Members {
  /** Milliseconds of each delivery since the last reset. */
  latencies(): number[];
  reset(): void;
  /** Resolves once so many deliveries came, or after the time-out. */
  settled(deliveries: number, timeoutMs: number): Promise<void>;
  close(): void;
}

const CONNECTING_AT_ONCE = 25;
const MARK = 'bench:';

/**
 * N connected members that do no more than note when a marked message came. They speak socket.io's
 * frames on a bare WebSocket: a full client for each would take the load's core for itself.
 */
export async function connectMembers(url: string, count: number, auth: (index: number) => object): Promise<Members> {
  let latencies: number[] = [];
  const received = (frame: string): void => {
    const at = frame.indexOf(MARK);
    if (at < 0) return;
    const sentAt = Number.parseFloat(frame.slice(at + MARK.length, frame.indexOf(':', at + MARK.length)));
    latencies.push(performance.now() - sentAt);
  };
  const sockets: WebSocket[] = [];
  for (let first = 0; first < count; first += CONNECTING_AT_ONCE) {
    const batch = Array.from({ length: Math.min(CONNECTING_AT_ONCE, count - first) }, (_, offset) => connectMember(url, auth(first + offset), received));
    sockets.push(...(await Promise.all(batch)));
  }
  return {
    latencies: () => latencies,
    reset: () => {
      latencies = [];
    },
    settled: async (deliveries, timeoutMs) => {
      const deadline = performance.now() + timeoutMs;
      while (latencies.length < deliveries && performance.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
    },
    close: () => {
      for (const socket of sockets) socket.terminate();
    },
  };
}

/** Resolves once the server has said hello: the rooms are joined then. */
function connectMember(url: string, auth: object, received: (frame: string) => void): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false });
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      if (frame.startsWith('42["event"')) received(frame);
      else if (frame.startsWith('0')) socket.send(`40${JSON.stringify(auth)}`);
      else if (frame === '2') socket.send('3');
      else if (frame.startsWith('42["hello"')) resolve(socket);
      else if (frame.startsWith('44')) reject(new Error(`refused: ${frame}`));
    });
  });
}
