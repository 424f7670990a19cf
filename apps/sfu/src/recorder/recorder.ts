import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import type { FromRecorder, ToRecorder } from './messages.ts';
import { TrackFile } from './track-file.ts';

/**
 * The process that writes a recording, apart from the media host so that neither disturbs the other:
 * one UDP socket and one file a track. It ends when it is told to, or when the host is gone.
 */
const PROGRESS_EVERY_MS = 1_000;
/** As large as the system allows: a slow disk must not cost packets. */
const RECEIVE_BUFFER = 4 * 1024 ** 2;

const tracks = new Map<number, { socket: Socket; file: TrackFile }>();
const start = performance.now();
const tell = (message: FromRecorder): void => {
  if (process.connected) process.send?.(message);
};

async function open({ track, file, codec }: Extract<ToRecorder, { type: 'open' }>): Promise<void> {
  const socket = createSocket('udp4');
  const written = new TrackFile({
    track, file, codec, needKeyFrame: () => tell({ type: 'key_frame', track }), failed: (reason) => tell({ type: 'failed', track, reason }),
  });
  socket.on('message', (data) => written.receive(data, performance.now() - start));
  socket.on('error', (error) => tell({ type: 'failed', track, reason: error.message }));
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  socket.setRecvBufferSize(RECEIVE_BUFFER);
  tracks.set(track, { socket, file: written });
  tell({ type: 'opened', track, port: socket.address().port });
}

async function close(track: number): Promise<void> {
  const held = tracks.get(track);
  if (!held) return;
  tracks.delete(track);
  held.socket.close();
  await held.file.close();
  tell({ type: 'closed', span: held.file.span });
}

/** With its files and its line closed, nothing keeps it: it ends once all that it said has left. */
async function stop(): Promise<void> {
  await Promise.all([...tracks.keys()].map(close));
  if (process.connected) process.disconnect();
}

process.on('message', (message: ToRecorder) => {
  switch (message.type) {
    case 'open': return void open(message).catch((error: unknown) => tell({ type: 'failed', track: message.track, reason: String(error) }));
    case 'close': return void close(message.track);
    case 'stop': return void stop();
  }
});
process.on('disconnect', () => void stop());
// The host decides when it ends: Ctrl+C reaches both.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined);
setInterval(() => tell({ type: 'progress', spans: [...tracks.values()].map(({ file }) => file.span) }), PROGRESS_EVERY_MS).unref();
tell({ type: 'ready' });
