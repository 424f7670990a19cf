/** What a media host and the process that writes a recording's files tell each other. Times: milliseconds since the recording's start. */
export type RecordedCodec = 'opus' | 'vp8' | 'vp9' | 'h264';

export type ToRecorder =
  | { type: 'open'; track: number; file: string; codec: RecordedCodec }
  | { type: 'close'; track: number }
  /** Close all and end. */
  | { type: 'stop' };

export interface TrackSpan {
  track: number;
  /** Null: nothing came of it. */
  startMs: number | null;
  endMs: number;
}

export type FromRecorder =
  /** Its clock stands at 0. */
  | { type: 'ready' }
  /** Packets are awaited on this port of 127.0.0.1. */
  | { type: 'opened'; track: number; port: number }
  | { type: 'progress'; spans: TrackSpan[] }
  /** Its file is complete. */
  | { type: 'closed'; span: TrackSpan }
  /** Nothing can be shown before a key frame. */
  | { type: 'key_frame'; track: number }
  | { type: 'failed'; track: number; reason: string };
