import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { FrameAssembler, type AssembledFrame } from './frame-assembler.ts';
import { type Block, matroskaCluster, matroskaHeader } from './matroska.ts';
import type { RecordedCodec, TrackSpan } from './messages.ts';
import { PacketOrder } from './packet-order.ts';
import { parseRtp } from './rtp-packet.ts';
import { TrackClock } from './track-clock.ts';

/** Of a cluster: what is lost when the machine goes down. */
const CLUSTER_MS = 1_000;
const KEY_FRAME_EVERY_MS = 1_000;
/** Bytes that wait for the disk before it counts as stuck. */
const MOST_UNWRITTEN = 64 * 1024 ** 2;
/** A packet of Opus as browsers make it. */
const OPUS_MS = 20;

export interface TrackFileOptions {
  readonly track: number;
  readonly file: string;
  readonly codec: RecordedCodec;
  readonly needKeyFrame: () => void;
  readonly failed: (reason: string) => void;
}

/** One track's packets, written to one file. Its own time begins with the first frame; a pause is a gap in it. */
export class TrackFile {
  private readonly options: TrackFileOptions;
  private readonly order: PacketOrder;
  private readonly clock: TrackClock;
  private stream: WriteStream | undefined;
  private blocks: Block[] = [];
  private startMs: number | null = null;
  private endMs = 0;
  private askedAt = -Infinity;

  constructor(options: TrackFileOptions) {
    this.options = options;
    this.clock = new TrackClock(options.codec === 'opus' ? 48_000 : 90_000);
    const assembler = new FrameAssembler(options.codec, (frame) => this.add(frame), () => this.ask());
    this.order = new PacketOrder((packet, lost) => assembler.push(packet, lost));
  }

  get span(): TrackSpan {
    return { track: this.options.track, startMs: this.startMs, endMs: this.endMs };
  }

  receive(data: Buffer, atMs: number): void {
    const packet = parseRtp(data, atMs);
    if (packet) this.order.push(packet);
  }

  async close(): Promise<void> {
    this.order.flush();
    this.writeCluster();
    if (!this.stream) return;
    this.stream.end();
    await finished(this.stream).catch(() => undefined);
  }

  private add(frame: AssembledFrame): void {
    const ms = this.clock.place(frame.timestamp, frame.atMs);
    if (this.startMs === null) this.open(frame, ms);
    const start = this.startMs ?? ms;
    this.endMs = ms + (this.options.codec === 'opus' ? OPUS_MS : 0);
    const first = this.blocks[0];
    if (first && ms - start - first.ms >= CLUSTER_MS) this.writeCluster();
    this.blocks.push({ ms: ms - start, frame });
  }

  private open(frame: AssembledFrame, ms: number): void {
    this.startMs = ms;
    this.stream = createWriteStream(this.options.file, { flags: 'wx', mode: 0o600 });
    this.stream.on('error', (error) => this.options.failed(error.message));
    this.stream.write(matroskaHeader(this.options.codec, frame));
  }

  private writeCluster(): void {
    const { blocks, stream } = this;
    this.blocks = [];
    if (blocks.length === 0 || !stream || stream.destroyed) return;
    stream.write(matroskaCluster(blocks));
    if (stream.writableLength > MOST_UNWRITTEN) stream.destroy(new Error('the disk is too slow'));
  }

  private ask(): void {
    const now = performance.now();
    if (now - this.askedAt < KEY_FRAME_EVERY_MS) return;
    this.askedAt = now;
    this.options.needKeyFrame();
  }
}
