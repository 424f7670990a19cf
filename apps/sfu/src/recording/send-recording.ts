import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Recordings } from './recordings.ts';

/** @param path `<recording>/<file>`, as it was asked for. */
export async function sendRecording(recordings: Recordings, path: string, response: ServerResponse): Promise<void> {
  const file = recordings.pathOf(path);
  const handle = file && (await open(file).catch(() => undefined));
  if (!handle) return void response.writeHead(404).end();
  await recordings.touch(path.split('/')[0]!);
  const { size } = await handle.stat();
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size, 'x-content-type-options': 'nosniff' });
  // As much as was announced: the file may still grow.
  if (size === 0) return void response.end(() => void handle.close());
  // Who asked may leave in the middle.
  await pipeline(createReadStream(file, { fd: handle, end: size - 1 }), response).catch(() => undefined);
}
