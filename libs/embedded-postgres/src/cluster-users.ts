import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { processIdentity } from './process-identity.ts';

/**
 * Who uses the cluster of a folder: one file per user, so that a command run beside the server
 * neither stops the server's database nor leaves one behind when it was alone.
 */
export class ClusterUsers {
  readonly #folder: string;
  readonly #mine = `${process.pid}.${randomUUID()}`;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async add(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFile(path.join(this.#folder, this.#mine), (await processIdentity(process.pid)) ?? '');
  }

  async remove(): Promise<void> {
    await rm(path.join(this.#folder, this.#mine), { force: true });
  }

  /** Whether another user that is still alive has the cluster. Forgets the dead ones. */
  async othersAlive(): Promise<boolean> {
    let alive = false;
    for (const name of await readdir(this.#folder).catch(() => [])) {
      const file = path.join(this.#folder, name);
      const recorded = await readFile(file, 'utf8').catch(() => '');
      if (recorded === '' || recorded !== (await processIdentity(Number.parseInt(name, 10)))) await rm(file, { force: true });
      else if (name !== this.#mine) alive = true;
    }
    return alive;
  }
}
