import type { RecordedTrack, RecordingManifest } from '@parvis/sfu-protocol';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { types } from 'mediasoup';
import type { FromRecorder, TrackSpan } from '../recorder/messages.ts';
import type { Room } from '../rooms/room.ts';
import type { SentTrack } from '../rooms/sent-track.ts';
import { captureTrack, codecOf } from './capture-track.ts';
import { RecorderProcess } from './recorder-process.ts';

export const MANIFEST = 'manifest.json';

interface Captured {
  readonly about: Omit<RecordedTrack, 'startMs' | 'endMs'>;
  readonly track: SentTrack;
  /** It is, or can't be any more. */
  readonly taken: Promise<void>;
  readonly take: () => void;
  span: TrackSpan;
  consumer?: types.Consumer;
}

/** Writes down all that is sent in a room from now on, each track into a file of its own. */
export class Recording {
  readonly startedAt = new Date();
  /** The same moment by performance.now: its times count from here. */
  startedMs = 0;
  /** It broke off, and why. */
  onFailure: (reason: string) => void = () => undefined;
  private readonly id: string;
  private readonly room: Room;
  private readonly folder: string;
  private readonly recorder = new RecorderProcess();
  private readonly captured: Captured[] = [];
  private readonly speakers: RecordingManifest['speakers'] = [];
  private durationMs: number | undefined;
  private failure: string | null = null;
  private saving: Promise<void> = Promise.resolve();
  private ending: Promise<RecordingManifest> | undefined;

  constructor(id: string, room: Room, folder: string) {
    this.id = id;
    this.room = room;
    this.folder = folder;
  }

  get process(): RecorderProcess {
    return this.recorder;
  }

  /** What is sent already is written when it answers. @throws when the recorder can't be started. */
  async begin(): Promise<void> {
    const ready = new Promise<void>((resolve) => {
      this.recorder.onMessage = () => resolve();
    });
    const early = await Promise.race([ready, this.recorder.exited]);
    if (early !== undefined) throw new Error(early);
    if (this.room.closed) {
      this.recorder.tell({ type: 'stop' });
      throw new Error('the room is gone');
    }
    this.startedMs = performance.now();
    this.recorder.onMessage = (message) => this.hear(message);
    void this.recorder.exited.then((reason) => this.fail(reason));
    this.room.onClose.add(this.roomClosed);
    this.room.onTrack.add(this.add);
    this.room.ear.onSpeaker.add(this.speaks);
    this.speaks(this.room.ear.activeSpeakerId);
    for (const track of this.room.tracks.values()) this.add(track);
    await Promise.race([Promise.all(this.captured.map((held) => held.taken)), this.recorder.exited]);
  }

  /** All files are closed when it answers; again: the same. */
  end(): Promise<RecordingManifest> {
    this.ending ??= this.finish();
    return this.ending;
  }

  private async finish(): Promise<RecordingManifest> {
    this.durationMs = performance.now() - this.startedMs;
    this.room.onClose.delete(this.roomClosed);
    this.room.onTrack.delete(this.add);
    this.room.ear.onSpeaker.delete(this.speaks);
    this.recorder.tell({ type: 'stop' });
    await this.recorder.exited;
    for (const { consumer } of this.captured) consumer?.close();
    await this.save();
    return this.manifest();
  }

  private fail(reason: string): void {
    if (this.ending) return;
    this.failure = reason;
    this.onFailure(reason);
    void this.end();
  }

  private readonly roomClosed = (lost: boolean): void => {
    if (lost) this.fail('the media worker ended');
    else void this.end();
  };

  private readonly speaks = (peerId: string | null): void => {
    this.speakers.push({ atMs: Math.round(performance.now() - this.startedMs), peerId });
  };

  private readonly add = (track: SentTrack): void => {
    const { kind } = track.producer;
    const index = this.captured.length;
    const file = `${index}-${track.source}.${kind === 'audio' ? 'mka' : 'mkv'}`;
    const { promise: taken, resolve: take } = Promise.withResolvers<void>();
    this.captured.push({ taken, take, about: { file, kind, source: track.source, peerId: track.peer.id }, track, span: { track: index, startMs: null, endMs: 0 } });
    this.recorder.tell({ type: 'open', track: index, file: path.join(this.folder, file), codec: codecOf(track) });
  };

  private hear(message: FromRecorder): void {
    switch (message.type) {
      case 'ready': return;
      case 'opened': return void this.capture(message.track, message.port);
      case 'progress': return this.progress(message.spans);
      case 'closed': return void (this.captured[message.span.track]!.span = message.span);
      case 'key_frame': return void this.captured[message.track]?.consumer?.requestKeyFrame().catch(() => undefined);
      case 'failed': return this.fail(message.reason);
    }
  }

  private async capture(index: number, port: number): Promise<void> {
    const held = this.captured[index]!;
    try {
      const { consumer } = await captureTrack(held.track, port);
      held.consumer = consumer;
      consumer.observer.once('close', () => this.recorder.tell({ type: 'close', track: index }));
      if (consumer.closed) this.recorder.tell({ type: 'close', track: index });
    } catch (error) {
      // It may have ended before it could be taken.
      if (held.track.producer.closed) this.recorder.tell({ type: 'close', track: index });
      else this.fail(error instanceof Error ? error.message : String(error));
    } finally {
      held.take();
    }
  }

  private progress(spans: readonly TrackSpan[]): void {
    for (const span of spans) this.captured[span.track]!.span = span;
    void this.save();
  }

  /** So that what there is can be told of even when this process ends. */
  private save(): Promise<void> {
    this.saving = this.saving.then(() => writeFile(path.join(this.folder, MANIFEST), JSON.stringify(this.manifest()), { mode: 0o600 })).catch(() => undefined);
    return this.saving;
  }

  private manifest(): RecordingManifest {
    const tracks = this.captured.flatMap(({ about, span }) => (span.startMs === null ? [] : [{ ...about, startMs: Math.round(span.startMs), endMs: Math.round(span.endMs) }]));
    return { recordingId: this.id, durationMs: Math.round(this.durationMs ?? performance.now() - this.startedMs), tracks, speakers: this.speakers, failure: this.failure };
  }
}
