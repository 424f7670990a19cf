import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rtpPacket } from '../testing/rtp.ts';
import { hasGstreamer } from './gstreamer.ts';
import { TrackWriter } from './track-writer.ts';

const options = { gstreamer: '', codec: 'opus', payloadType: 111, rtpPort: 0, rtcpPort: 0, reportsTo: 9 } as const;

describe.skipIf(!(await hasGstreamer('')))('what writes a track', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'parvis-writer-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('ends with the media host, also when that is killed', async () => {
    const program = `import { TrackWriter } from ${JSON.stringify(path.join(import.meta.dirname, 'track-writer.ts'))};
      const writer = new TrackWriter(${JSON.stringify({ ...options, file: path.join(folder, 'track.mka') })});
      await writer.began;
      process.stdout.write(String(writer.child.pid));
      setInterval(() => undefined, 1_000);`;
    const host = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const pid = await new Promise<string>((resolve) => host.stdout.once('data', (data) => resolve(String(data))));
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    host.kill('SIGKILL');
    await vi.waitUntil(() => !existsSync(`/proc/${pid}`), { timeout: 30_000 });
  });

  it('says why it could not begin', async () => {
    const writer = new TrackWriter({ ...options, file: path.join(folder, 'no', 'track.mka') });
    expect(await writer.began).toBeUndefined();
    expect(await writer.ended).toContain('ENOENT');
    const elsewhere = new TrackWriter({ ...options, file: path.join(folder, 'track.mka'), gstreamer: '/nowhere' });
    expect(await elsewhere.began).toBeUndefined();
    expect(await elsewhere.ended).toContain('the recorder ended');
  });

  it('tells that the disk is full', async () => {
    await symlink('/dev/full', path.join(folder, 'full.mka'));
    const [rtpPort, sender] = [await freePort(), createSocket('udp4')];
    const writer = new TrackWriter({ ...options, rtpPort, file: path.join(folder, 'full.mka') });
    await writer.began;
    let sequence = 0;
    const sending = setInterval(() => {
      sequence += 1;
      sender.send(rtpPacket({ payloadType: options.payloadType, ssrc: 1, sequence, timestamp: sequence * 960, payload: Buffer.from([0xf8, 0xff, 0xfe]) }), rtpPort, '127.0.0.1');
    }, 20);
    expect(await writer.ended).toBe('No space left on the resource.');
    clearInterval(sending);
    sender.close();
  });
});

async function freePort(): Promise<number> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  await new Promise<void>((resolve) => socket.close(resolve));
  return port;
}
