import type { Snapshot, StreamEvent, StreamId, User } from '@parvis/contracts';
import { parseStreamId } from '@parvis/contracts/stream-id';
import { reduceEvent, settleStream } from './apply-event.ts';
import { toEntry } from './membership.ts';
import { withWindows } from './message-window.ts';
import { draftKey } from './personal-events.ts';
import { since, startAt } from './stream-position.ts';
import { toThreadEntry } from './threads.ts';
import type { StreamPosition, WorkspaceState } from './workspace-state.ts';

/**
 * Takes in a whole snapshot. What was applied since it was read, before or after it arrives, stays:
 * those events are applied on top of it again.
 */
export function applySnapshot(previous: WorkspaceState | null, snapshot: Snapshot): WorkspaceState {
  const fresh = fromSnapshot(snapshot);
  if (previous === null || previous.me.id !== fresh.me.id) return fresh;

  const replay: StreamEvent[] = [];
  const streams: Record<StreamId, StreamPosition> = {};
  let { windows } = previous;
  for (const [stream, { cursor: head }] of Object.entries(fresh.streams) as [StreamId, StreamPosition][]) {
    const position = previous.streams[stream];
    const later = position === undefined ? null : since(position, head);
    if (position !== undefined && later !== null && position.cursor >= head) {
      streams[stream] = position;
      replay.push(...later);
      continue;
    }
    streams[stream] = restart(position, head, previous.early[stream] ?? []);
    const { kind, id } = parseStreamId(stream);
    if (kind === 'channel') ({ windows } = withWindows({ ...previous, windows }, id, (window) => ({ ...window, stale: true })));
  }
  windows = Object.fromEntries(Object.entries(windows).filter(([, { scope }]) => fresh.channels[scope.channelId] !== undefined));
  const base: WorkspaceState = { ...fresh, users: carryUsers(previous, fresh), streams, windows, early: earlyOf(previous, fresh) };
  // My own stream first: it says which channels there are and where I read to.
  const mine = replay.filter((event) => event.stream.startsWith('user:'));
  const others = replay.filter((event) => !event.stream.startsWith('user:'));
  const replayed = [...mine, ...others].reduce(reduceEvent, base);
  return (Object.keys(replayed.streams) as StreamId[]).reduce(settleStream, replayed);
}

function fromSnapshot(snapshot: Snapshot): WorkspaceState {
  const { me, organisation } = snapshot;
  const streams: Record<StreamId, StreamPosition> = {
    [`user:${me.id}`]: startAt(snapshot.head),
    [`organisation:${organisation.id}`]: startAt(snapshot.organisationHead),
  };
  for (const { team, head } of snapshot.teams) streams[`team:${team.id}`] = startAt(head);
  for (const { channel, head } of snapshot.channels) streams[`channel:${channel.id}`] = startAt(head);
  return {
    me,
    organisation,
    teams: Object.fromEntries(snapshot.teams.map(({ team, role }) => [team.id, { team, role }])),
    channels: Object.fromEntries(snapshot.channels.map((summary) => [summary.channel.id, toEntry(summary)])),
    users: byId([...snapshot.users, me]),
    preferences: snapshot.preferences,
    drafts: Object.fromEntries(snapshot.drafts.map((draft) => [draftKey(draft.channelId, draft.threadId), draft])),
    saved: byId(snapshot.saved),
    scheduled: byId(snapshot.scheduled),
    sidebar: snapshot.sidebar,
    emoji: byId(snapshot.emoji),
    votes: {},
    calls: Object.fromEntries((snapshot.calls ?? []).map((call) => [call.meetingId, call])),
    threads: Object.fromEntries(snapshot.threads.map((thread) => [thread.threadId, toThreadEntry(thread)])),
    windows: {},
    streams,
    early: {},
  };
}

function restart(position: StreamPosition | undefined, head: number, early: readonly StreamEvent[]): StreamPosition {
  const waiting = position?.buffered ?? early.toSorted((a, b) => a.seq - b.seq);
  const buffered = waiting.filter((event) => event.seq > head);
  return { ...startAt(head, Math.max(head, position?.target ?? 0, buffered.at(-1)?.seq ?? 0)), buffered };
}

/** People are looked up one by one: keep them, unless changes to them may have been missed. */
function carryUsers(previous: WorkspaceState, fresh: WorkspaceState): Record<string, User> {
  const stream: StreamId = `organisation:${fresh.organisation.id}`;
  const position = previous.streams[stream];
  const current = position !== undefined && position.cursor >= fresh.streams[stream]!.cursor;
  return current ? { ...fresh.users, ...previous.users } : { ...fresh.users };
}

/** A channel that is newer than the snapshot joins again by the replay; its events wait for that. */
function earlyOf(previous: WorkspaceState, fresh: WorkspaceState): Record<StreamId, readonly StreamEvent[]> {
  const early: Record<StreamId, readonly StreamEvent[]> = { ...previous.early };
  for (const [stream, position] of Object.entries(previous.streams) as [StreamId, StreamPosition][]) {
    const events = [...position.retained, ...position.buffered];
    if (fresh.streams[stream] === undefined && events.length > 0) early[stream] = events;
  }
  for (const stream of Object.keys(fresh.streams) as StreamId[]) delete early[stream];
  return early;
}

const byId = <Value extends { id: string }>(values: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(values.map((value) => [value.id, value]));
