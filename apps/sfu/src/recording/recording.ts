import type { RecordedTrack, RecordingManifest } from '@parvis/sfu-protocol';
import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Room } from '../rooms/room.ts';
import type { SentTrack } from '../rooms/sent-track.ts';
import { type Capture, captureTrack } from './capture-track.ts';

export const MANIFEST = 'manifest.json';
/** So that what there is can be told of even when this process ends. */
const SAVE_EVERY_MS = 1_000;

interface Captured {
  readonly about: Omit<RecordedTrack, 'startMs' | 'endMs'>;
  /** Its file is complete, or was never begun. */
  readonly done: Promise<void>;
  capture?: Capture;
  endMs?: number;
}

/** Writes down all that is sent in a room from now on, each track into a file of its own. */
export class Recording {
  readonly startedAt = new Date();
  /** The same moment by performance.now: its times count from here. */
  readonly startedMs = performance.now();
  /** It broke off, and why. */
  onFailure: (reason: string) => void = () => undefined;
  readonly captured: Captured[] = [];
  private readonly id: string;
  private readonly room: Room;
  private readonly folder: string;
  private readonly gstreamer: string;
  private readonly speakers: RecordingManifest['speakers'] = [];
  private durationMs: number | undefined;
  private failure: string | null = null;
  private hasBegun = false;
  private readonly saves: NodeJS.Timeout;
  private saving: Promise<void> = Promise.resolve();
  private ending: Promise<RecordingManifest> | undefined;

  /** @param gstreamer folder of GStreamer's programs, or empty. */
  constructor(id: string, room: Room, folder: string, gstreamer: string) {
    this.id = id;
    this.room = room;
    this.folder = folder;
    this.gstreamer = gstreamer;
    this.saves = setInterval(() => void this.save(), SAVE_EVERY_MS);
  }

  /** What is sent already is written when it answers. @throws when it can't be. */
  async begin(): Promise<void> {
    this.room.onClose.add(this.roomClosed);
    this.room.onTrack.add(this.add);
    this.room.ear.onSpeaker.add(this.speaks);
    this.speaks(this.room.ear.activeSpeakerId);
    if (this.room.closed) this.roomClosed(true);
    await Promise.all([...this.room.tracks.values()].map((track) => this.take(track)));
    if (this.failure !== null) {
      await this.end();
      throw new Error(this.failure);
    }
    this.hasBegun = true;
  }

  /** Nothing is written any more, or will soon be. */
  get isOver(): boolean {
    return this.ending !== undefined;
  }

  /** All files are closed when it answers; again: the same. */
  end(): Promise<RecordingManifest> {
    this.ending ??= this.finish();
    return this.ending;
  }

  private async finish(): Promise<RecordingManifest> {
    this.durationMs = performance.now() - this.startedMs;
    clearInterval(this.saves);
    this.room.onClose.delete(this.roomClosed);
    this.room.onTrack.delete(this.add);
    this.room.ear.onSpeaker.delete(this.speaks);
    for (const { capture } of this.captured) capture?.consumer.close();
    await Promise.all(this.captured.map(({ done }) => done));
    await this.save();
    return this.manifest();
  }

  private fail(reason: string): void {
    if (this.ending) return;
    this.failure = reason;
    if (this.hasBegun) this.onFailure(reason);
    void this.end();
  }

  private readonly roomClosed = (lost: boolean): void => {
    if (lost) this.fail('the media worker ended');
    else void this.end();
  };

  private readonly speaks = (peerId: string | null): void => {
    this.speakers.push({ atMs: this.now(), peerId });
  };

  private readonly add = (track: SentTrack): void => void this.take(track);

  /** Answers when it is being written, or can't be. */
  private async take(track: SentTrack): Promise<void> {
    if (this.ending) return;
    const { kind } = track.producer;
    const file = `${this.captured.length}-${track.source}.${kind === 'audio' ? 'mka' : 'mkv'}`;
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const held: Captured = { about: { file, kind, source: track.source, peerId: track.peer.id }, done };
    this.captured.push(held);
    try {
      held.capture = await captureTrack(track, this.gstreamer, path.join(this.folder, file));
      void this.follow(held, held.capture, track).finally(resolve);
    } catch (error) {
      resolve();
      // It may have ended before it could be taken.
      if (!track.producer.closed) this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** To its end: the track's, the recording's, or that of the process that writes it. */
  private async follow(held: Captured, { consumer, writer }: Capture, track: SentTrack): Promise<void> {
    const closed = new Promise<'closed'>((resolve) => void (consumer.closed || this.ending ? resolve('closed') : consumer.observer.once('close', () => resolve('closed'))));
    const end = await Promise.race([closed, writer.ended]);
    held.endMs = this.now();
    consumer.close();
    if (end === 'closed') await writer.close();
    else if (writer.needsNextFile && !track.producer.closed) this.add(track);
    else this.fail(end);
  }

  private save(): Promise<void> {
    this.saving = this.saving.then(async () => writeFile(path.join(this.folder, MANIFEST), JSON.stringify(await this.manifest()), { mode: 0o600 })).catch(() => undefined);
    return this.saving;
  }

  private async manifest(): Promise<RecordingManifest> {
    const durationMs = Math.round(this.durationMs ?? this.now());
    const tracks: RecordedTrack[] = [];
    for (const { about, capture, endMs } of this.captured) {
      if (capture && (await this.holdsSomething(about.file))) tracks.push({ ...about, startMs: Math.round(capture.zeroMs - this.startedMs), endMs: endMs ?? durationMs });
    }
    return { recordingId: this.id, durationMs, tracks, speakers: this.speakers, failure: this.failure };
  }

  private holdsSomething(file: string): Promise<boolean> {
    return stat(path.join(this.folder, file)).then(({ size }) => size > 0, () => false);
  }

  private now(): number {
    return Math.round(performance.now() - this.startedMs);
  }
}
