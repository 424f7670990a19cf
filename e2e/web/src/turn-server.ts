import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { freePort } from '@parvis/testing';

export const hasTurnServer = spawnSync('turnserver', ['--version'], { stdio: 'ignore' }).error === undefined;

/** Debian's coturn on the loopback interface, with credentials by a shared secret. */
export class TurnServer {
  readonly secret = randomBytes(16).toString('hex');
  readonly port: number;
  private readonly child: ChildProcess;

  private constructor(port: number) {
    this.port = port;
    this.child = spawn('turnserver', [
      '-n', '--listening-ip=127.0.0.1', '--relay-ip=127.0.0.1', `--listening-port=${port}`, '--realm=parvis', '--fingerprint',
      '--use-auth-secret', `--static-auth-secret=${this.secret}`, '--allow-loopback-peers', '--no-cli', '--no-tls', '--no-dtls', '--log-file=stdout', '--pidfile=',
    ], { stdio: 'ignore' });
  }

  /** Resolves once it answers. */
  static async start(): Promise<TurnServer> {
    const server = new TurnServer(await freePort());
    const socket = createSocket('udp4');
    const ask = setInterval(() => { socket.send(bindingRequest(), server.port, '127.0.0.1'); }, 50);
    try {
      await Promise.race([once(socket, 'message'), once(server.child, 'exit').then(() => Promise.reject(new Error('coturn ended')))]);
      return server;
    } finally {
      clearInterval(ask);
      socket.close();
    }
  }

  /** For a server of ours. */
  get env(): Record<string, string> {
    return { PARVIS_TURN_URLS: `turn:127.0.0.1:${this.port}?transport=udp,turn:127.0.0.1:${this.port}?transport=tcp`, PARVIS_TURN_SECRET: this.secret };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** RFC 8489, 5 and 6: without attributes. */
const bindingRequest = (): Buffer => Buffer.concat([Buffer.from([0x00, 0x01, 0x00, 0x00, 0x21, 0x12, 0xa4, 0x42]), randomBytes(12)]);
