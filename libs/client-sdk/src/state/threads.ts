import type { StreamEvent, ThreadSummary } from '@parvis/contracts';
import { streamId } from '@parvis/contracts/stream-id';
import { windowsOf } from './message-window.ts';
import { since } from './stream-position.ts';
import { countThreadEvent, withThreadCounts } from './unread.ts';
import type { ThreadEntry, WorkspaceState } from './workspace-state.ts';

/** An event that an earlier version wrote down doesn't say which are counted in the channel too. */
export const toThreadEntry = ({ head, ...summary }: ThreadSummary): ThreadEntry =>
  ({ ...summary, onlyHereCount: summary.onlyHereCount ?? summary.mentionCount, countedTo: head, uncertain: false });

/** I follow it, or read on in it: its state as of `head`, with the later events that are here. */
export function withThread(state: WorkspaceState, summary: ThreadSummary): WorkspaceState {
  const { channelId, threadId } = summary;
  const stream = streamId('channel', channelId);
  const channel = state.channels[channelId]?.channel;
  const position = state.streams[stream];
  if (channel === undefined || position === undefined) return state;
  const known = { me: state.me.id, position, windows: windowsOf(state, channelId) };
  const repliesSince = (since(position, summary.head) ?? []).map((event) => (isReplyIn(threadId, event) ? event.payload.message.seq : 0));
  const lastReplySeq = Math.max(summary.lastReplySeq, state.threads[threadId]?.lastReplySeq ?? 0, ...repliesSince);
  const entry = withThreadCounts({ ...toThreadEntry(summary), lastReplySeq }, channel, summary, known);
  return {
    ...state,
    threads: { ...state.threads, [threadId]: entry },
    // Counts of a head beyond mine: its events are on their way or lost.
    streams: { ...state.streams, [stream]: { ...position, target: Math.max(position.target, summary.head) } },
  };
}

const isReplyIn = (threadId: string, event: StreamEvent): event is Extract<StreamEvent, { type: 'message.created' }> =>
  event.type === 'message.created' && event.payload.message.threadId === threadId;

export function withoutThread(state: WorkspaceState, threadId: string): WorkspaceState {
  if (state.threads[threadId] === undefined) return state;
  const { [threadId]: _gone, ...threads } = state.threads;
  return { ...state, threads };
}

/** A summary that was asked for because counts were uncertain. My place in it may be older than what I know. */
export function applyThreadSummary(state: WorkspaceState, summary: ThreadSummary): WorkspaceState {
  const entry = state.threads[summary.threadId];
  return entry?.uncertain === true && entry.readSeq === summary.readSeq ? withThread(state, summary) : state;
}

export const withoutThreadsOf = (threads: WorkspaceState['threads'], channelId: string): WorkspaceState['threads'] =>
  Object.fromEntries(Object.entries(threads).filter(([, thread]) => thread.channelId !== channelId));

/** After events of a channel were missed for good. */
export const uncertainThreads = (threads: WorkspaceState['threads'], channelId: string, head: number): WorkspaceState['threads'] =>
  Object.fromEntries(Object.entries(threads).map(([id, thread]) => [
    id, thread.channelId === channelId ? { ...thread, countedTo: Math.max(thread.countedTo, head), uncertain: true } : thread,
  ]));

/** Counts an event of a channel in the thread that it is of, if I follow that. */
export function countInThread(state: WorkspaceState, event: StreamEvent, known: Parameters<typeof countThreadEvent>[3]): WorkspaceState['threads'] {
  if (event.type !== 'message.created' && event.type !== 'message.edited' && event.type !== 'message.deleted') return state.threads;
  const { message } = event.payload;
  const entry = message.threadId === undefined ? undefined : state.threads[message.threadId];
  const channel = entry && state.channels[entry.channelId]?.channel;
  if (entry === undefined || channel === undefined) return state.threads;
  const counted = countThreadEvent(entry, channel, event, known);
  return { ...state.threads, [entry.threadId]: { ...counted, lastReplySeq: Math.max(counted.lastReplySeq, message.seq) } };
}
