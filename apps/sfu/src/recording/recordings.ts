import type { RecordingManifest, SfuEvent } from '@parvis/sfu-protocol';
import { mkdir, readdir, readFile, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../log/log.ts';
import type { Room } from '../rooms/room.ts';
import { SfuError } from '../rooms/sfu-error.ts';
import { MANIFEST, Recording } from './recording.ts';

/** As our own names are; nothing else is looked for on disk. */
const FOLDER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FILE = /^\d{1,6}-[a-z_]{1,20}\.mk[av]$/;

export interface RecordingsOptions {
  readonly directory: string;
  /** Folder of GStreamer's programs, or empty. */
  readonly gstreamer: string;
  /** How long one is kept that nobody asks for any more. */
  readonly keptMs: number;
}

/** The recordings of this host, running and not fetched yet. */
export class Recordings {
  private readonly directory: string;
  private readonly options: RecordingsOptions;
  private readonly tellAll: (event: SfuEvent) => void;
  private readonly log: Logger;
  private readonly recordings = new Map<string, Promise<Recording>>();

  constructor(options: RecordingsOptions, tellAll: (event: SfuEvent) => void, log: Logger) {
    this.directory = options.directory;
    this.options = options;
    this.tellAll = tellAll;
    this.log = log;
  }

  /** Again with the same id: the one that runs. @throws SfuError recording_unavailable. */
  async start(id: string, room: Room): Promise<Recording> {
    const known = this.recordings.get(id);
    if (known) return known;
    const begun = this.begin(id, room);
    this.recordings.set(id, begun);
    begun.catch(() => this.recordings.delete(id));
    return begun;
  }

  /** What it consists of, once all is written. After this process began anew: what the one before wrote down. @throws SfuError not_found. */
  async stop(id: string): Promise<RecordingManifest> {
    const running = this.recordings.get(id);
    await this.touch(id);
    if (running) return (await running).end();
    try {
      const manifest = JSON.parse(await readFile(path.join(this.directory, id, MANIFEST), 'utf8')) as RecordingManifest;
      return { ...manifest, failure: manifest.failure ?? 'the media host ended' };
    } catch {
      throw new SfuError('not_found', 'no such recording');
    }
  }

  async forget(id: string): Promise<void> {
    await (await this.recordings.get(id)?.catch(() => undefined))?.end();
    this.recordings.delete(id);
    await rm(path.join(this.directory, id), { recursive: true, force: true });
  }

  /** It is asked for, and lives on. */
  async touch(id: string): Promise<void> {
    const now = new Date();
    await utimes(path.join(this.directory, id, MANIFEST), now, now).catch(() => undefined);
  }

  /** Deletes those that ended, or broke off, and that nobody asked for since. */
  async sweep(now = Date.now()): Promise<void> {
    const ids = await readdir(this.directory).catch(() => []);
    for (const id of ids.filter((name) => FOLDER.test(name))) {
      const running = await this.recordings.get(id)?.catch(() => undefined);
      if (running && !running.isOver) continue;
      if (now - (await this.lastAskedFor(id)) < this.options.keptMs) continue;
      this.log.warn({ recordingId: id }, 'recording deleted that no server fetched');
      await this.forget(id);
    }
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.recordings.values()].map((recording) => recording.then((begun) => begun.end(), () => undefined)));
  }

  /** Of `<recording>/<file>`; undefined for what is no name of ours. */
  pathOf(name: string): string | undefined {
    const [folder = '', file = '', ...more] = name.split('/');
    return FOLDER.test(folder) && FILE.test(file) && more.length === 0 ? path.join(this.directory, name) : undefined;
  }

  /** Or written. */
  private async lastAskedFor(id: string): Promise<number> {
    const folder = path.join(this.directory, id);
    const { mtimeMs } = await stat(path.join(folder, MANIFEST)).catch(() => stat(folder));
    return mtimeMs;
  }

  private async begin(id: string, room: Room): Promise<Recording> {
    try {
      const folder = path.join(this.directory, id);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const recording = new Recording(id, room, folder, this.options.gstreamer);
      recording.onFailure = (reason) => {
        this.log.error({ recordingId: id, reason }, 'recording broke off');
        this.tellAll({ type: 'recording_failed', roomId: room.id, recordingId: id, reason });
      };
      await recording.begin();
      return recording;
    } catch (error) {
      this.log.error({ err: error, recordingId: id }, 'recording could not be started');
      throw new SfuError('recording_unavailable', error instanceof Error ? error.message : String(error));
    }
  }
}
