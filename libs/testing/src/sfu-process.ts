import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { freePort } from '@parvis/embedded-postgres';
import { ChildProgram } from './child-program.ts';
import { root } from './paths.ts';

const sfuMain = path.join(root, 'apps/sfu/dist/main.mjs');

export interface SfuProcessOptions {
  secret: string;
  worker: string;
  /** mediasoup workers: 1 by default. */
  workers: number;
  recordings: string;
  env: Record<string, string>;
}

/** A media host. Started again, it is at the same ports. */
export class SfuProcess extends ChildProgram {
  readonly url: string;
  readonly secret: string;

  private constructor(port: number, rtcPort: number, { secret, worker, workers, recordings, env }: SfuProcessOptions) {
    const url = `http://127.0.0.1:${port}`;
    super({
      name: 'the media host',
      main: sfuMain,
      env: {
        PARVIS_SFU_HOST: '127.0.0.1',
        PARVIS_SFU_PORT: String(port),
        PARVIS_SFU_SECRET: secret,
        PARVIS_SFU_RTC_HOST: '127.0.0.1',
        PARVIS_SFU_RTC_PORT: String(rtcPort),
        PARVIS_SFU_ANNOUNCED_ADDRESSES: '127.0.0.1',
        PARVIS_SFU_WORKERS: String(workers),
        PARVIS_SFU_WORKER_BIN: worker,
        PARVIS_SFU_RECORDINGS_DIR: recordings,
        PARVIS_LOG_LEVEL: 'warn',
        ...env,
      },
      healthUrl: `${url}/health`,
    });
    this.url = url;
    this.secret = secret;
  }

  static async create(options: SfuProcessOptions): Promise<SfuProcess> {
    return new SfuProcess(await freePort(), await freeRtcPorts(options.workers), options);
  }

  /** As a crash would. Its workers end with it. */
  kill9(): Promise<void> {
    return this.kill('SIGKILL');
  }

  /** At once; SIGTERM would see its meetings off first. */
  stop(): Promise<void> {
    return this.kill('SIGINT');
  }

  /** The mediasoup workers that run now (Linux only). */
  async workerPids(): Promise<number[]> {
    const children = (await readFile(`/proc/${this.pid}/task/${this.pid}/children`, 'utf8')).split(' ').filter(Boolean).map(Number);
    const commands = await Promise.all(children.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
    return children.filter((_, index) => commands[index]?.split('\0')[0]?.includes('mediasoup-worker'));
  }

  protected override accepts(body: string): boolean {
    return (JSON.parse(body) as { state: string }).state === 'ready';
  }
}

/** The first of so many ports in a row that are free for UDP and TCP. */
async function freeRtcPorts(count: number): Promise<number> {
  for (;;) {
    const first = await freePort();
    const ports = Array.from({ length: count }, (_, index) => first + index);
    if (first + count <= 65_536 && (await Promise.all(ports.map(isFree))).every(Boolean)) return first;
  }
}

async function isFree(port: number): Promise<boolean> {
  const tcp = createServer();
  const udp = createSocket('udp4');
  try {
    udp.bind(port, '127.0.0.1');
    await once(udp, 'listening');
    tcp.listen(port, '127.0.0.1');
    await once(tcp, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    udp.close();
    tcp.close();
  }
}
