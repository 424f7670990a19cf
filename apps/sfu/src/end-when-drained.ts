import type { MediaHost } from './media-host.ts';

const LOOK_EVERY_MS = 250;

/**
 * Calls `end` once nothing keeps a host that drains: its rooms have moved, nobody is connected who could
 * move them, or `patienceMs` is over. @returns what gives up waiting
 */
export function endWhenDrained(host: Pick<MediaHost, 'rooms' | 'connections'>, patienceMs: number, end: () => void): () => void {
  const deadline = performance.now() + patienceMs;
  const timer = setInterval(() => {
    if (host.rooms.count > 0 && host.connections.size > 0 && performance.now() < deadline) return;
    clearInterval(timer);
    end();
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
