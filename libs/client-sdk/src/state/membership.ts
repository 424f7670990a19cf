import type { ChannelSummary, StreamId, TeamSummary } from '@parvis/contracts';
import { streamId } from '@parvis/contracts/stream-id';
import { startAt } from './stream-position.ts';
import { withoutThreadsOf } from './threads.ts';
import type { ChannelEntry, StreamPosition, WorkspaceState } from './workspace-state.ts';

export const toEntry = (summary: ChannelSummary): ChannelEntry => ({
  channel: summary.channel,
  membership: summary.membership,
  unreadCount: summary.unreadCount,
  mentionCount: summary.mentionCount,
  lastMessageAt: summary.lastMessageAt,
  ...(summary.teamName === undefined ? {} : { teamName: summary.teamName }),
  meeting: summary.meeting ?? null,
  countedTo: summary.head,
  uncertain: false,
});

/** A channel that I am in from now on. One that is there already stays as it is. */
export function withChannel(state: WorkspaceState, summary: ChannelSummary): WorkspaceState {
  const { id } = summary.channel;
  if (state.channels[id] !== undefined) return state;
  return withStream({ ...state, channels: { ...state.channels, [id]: toEntry(summary) } }, streamId('channel', id), summary.head);
}

export function withTeam(state: WorkspaceState, summary: TeamSummary): WorkspaceState {
  const { team, role, head } = summary;
  if (state.teams[team.id] !== undefined) return state;
  return withStream({ ...state, teams: { ...state.teams, [team.id]: { team, role } } }, streamId('team', team.id), head);
}

export function withoutChannel(state: WorkspaceState, channelId: string): WorkspaceState {
  const { [channelId]: _entry, ...channels } = state.channels;
  const windows = Object.fromEntries(Object.entries(state.windows).filter(([, { scope }]) => scope.channelId !== channelId));
  const threads = withoutThreadsOf(state.threads, channelId);
  const drafts = Object.fromEntries(Object.entries(state.drafts).filter(([, draft]) => draft.channelId !== channelId));
  return withoutStream({ ...state, channels, windows, threads, drafts }, streamId('channel', channelId));
}

export function withoutTeam(state: WorkspaceState, teamId: string): WorkspaceState {
  const { [teamId]: _entry, ...teams } = state.teams;
  return withoutStream({ ...state, teams }, streamId('team', teamId));
}

/** Starts a stream; events of it that came early wait in its buffer for the next `settle`. */
function withStream(state: WorkspaceState, stream: StreamId, head: number): WorkspaceState {
  const { [stream]: early = [], ...others } = state.early;
  const later = early.filter((event) => event.seq > head).sort((a, b) => a.seq - b.seq);
  const position: StreamPosition = { ...startAt(head, later.at(-1)?.seq ?? head), buffered: later };
  return { ...state, streams: { ...state.streams, [stream]: position }, early: others };
}

function withoutStream(state: WorkspaceState, stream: StreamId): WorkspaceState {
  const { [stream]: _position, ...streams } = state.streams;
  const { [stream]: _early, ...early } = state.early;
  return { ...state, streams, early };
}
