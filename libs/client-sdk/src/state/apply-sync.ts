import type { ChannelSummary, RouteOutput, StreamEvent, StreamId } from '@parvis/contracts';
import { parseStreamId, streamId } from '@parvis/contracts/stream-id';
import { applyEvent, settleStream } from './apply-event.ts';
import { applySnapshot } from './apply-snapshot.ts';
import { toEntry, withoutChannel, withoutTeam } from './membership.ts';
import { windowsOf, withWindows } from './message-window.ts';
import { startAt } from './stream-position.ts';
import { uncertainThreads } from './threads.ts';
import { withCounts } from './unread.ts';
import type { WorkspaceState } from './workspace-state.ts';

export type SyncAnswer = RouteOutput<'sync'>;
type StreamAnswer = SyncAnswer['streams'][string];

export interface SyncApplied {
  state: WorkspaceState;
  /** There is more to fetch for these. */
  more: StreamId[];
  /** These can only be read again as a whole: ask for a snapshot. */
  snapshotNeeded: boolean;
  /** The server is behind what was asked with: its database was restored. Nothing here counts any more. */
  rewound: boolean;
}

/** Takes in an answer of `/sync` to a request with the cursors `asked`. */
export function applySync(previous: WorkspaceState | null, answer: SyncAnswer, asked: Readonly<Record<string, number>> = {}): SyncApplied {
  let state = answer.snapshot === undefined ? previous : applySnapshot(previous, answer.snapshot);
  if (state === null) throw new Error('the first /sync answered without a snapshot');
  const more: StreamId[] = [];
  let snapshotNeeded = false;
  let rewound = false;
  for (const [stream, streamAnswer] of Object.entries(answer.streams) as [StreamId, StreamAnswer][]) {
    if ('gone' in streamAnswer) {
      state = withoutStream(state, stream);
    } else if ('reset' in streamAnswer) {
      rewound ||= streamAnswer.head < (asked[stream] ?? 0);
      if (parseStreamId(stream).kind === 'channel') state = resetChannel(state, stream, streamAnswer.head);
      else snapshotNeeded ||= answer.snapshot === undefined;
    } else {
      state = (streamAnswer.events as StreamEvent[]).reduce(applyEvent, state);
      state = knowHead(state, stream, streamAnswer.head);
      if (streamAnswer.more) more.push(stream);
    }
  }
  return { state, more, snapshotNeeded, rewound };
}

/** Summaries that were asked for because counts were uncertain. My place in them may be older than what I know. */
export function applySummaries(state: WorkspaceState, summaries: readonly ChannelSummary[]): WorkspaceState {
  return summaries.reduce((current, summary) => {
    const { id } = summary.channel;
    const entry = current.channels[id];
    const position = current.streams[streamId('channel', id)];
    if (entry === undefined || position === undefined || !entry.uncertain) return current;
    const samePlace = entry.membership.readSeq === summary.membership.readSeq && entry.membership.markedUnread === summary.membership.markedUnread;
    if (!samePlace) return current;
    const { channel, lastMessageAt, meeting } = summary.head >= position.cursor ? toEntry(summary) : entry;
    const known = { me: current.me.id, position, windows: windowsOf(current, id) };
    return { ...current, channels: { ...current.channels, [id]: withCounts({ ...entry, channel, lastMessageAt, meeting }, summary, known) } };
  }, state);
}

function withoutStream(state: WorkspaceState, stream: StreamId): WorkspaceState {
  const { kind, id } = parseStreamId(stream);
  if (kind === 'channel') return withoutChannel(state, id);
  if (kind === 'team') return withoutTeam(state, id);
  // Guests don't follow the organisation; it stays as it was read.
  const { [stream]: _position, ...streams } = state.streams;
  return kind === 'organisation' ? { ...state, streams } : state;
}

function resetChannel(state: WorkspaceState, stream: StreamId, head: number): WorkspaceState {
  const { id } = parseStreamId(stream);
  const entry = state.channels[id];
  const position = state.streams[stream];
  if (entry === undefined || position === undefined || position.cursor >= head) return state;
  const buffered = position.buffered.filter((event) => event.seq > head);
  const stale = withWindows(state, id, (window) => (window.stale ? window : { ...window, stale: true }));
  const restarted: WorkspaceState = {
    ...stale,
    channels: { ...state.channels, [id]: { ...entry, countedTo: Math.max(entry.countedTo, head), uncertain: true } },
    threads: uncertainThreads(state.threads, id, head),
    streams: { ...state.streams, [stream]: { ...startAt(head, Math.max(head, position.target)), buffered } },
  };
  return settleStream(restarted, stream);
}

function knowHead(state: WorkspaceState, stream: StreamId, head: number): WorkspaceState {
  const position = state.streams[stream];
  if (position === undefined || position.target >= head) return state;
  return { ...state, streams: { ...state.streams, [stream]: { ...position, target: head } } };
}
