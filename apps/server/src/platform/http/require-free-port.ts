import { once } from 'node:events';
import { createServer } from 'node:net';

/** @throws the system's error (EADDRINUSE, EACCES) when nothing could listen there. Port 0 is always free. */
export async function requireFreePort(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
}
