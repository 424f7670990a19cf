import type { ChannelSummary, EventPayload, StreamEvent, TeamSummary, ThreadSummary } from '@parvis/contracts';
import { streamId } from '@parvis/contracts/stream-id';
import { withChannel, withoutChannel, withoutTeam, withTeam } from './membership.ts';
import { windowsOf } from './message-window.ts';
import { reducePersonalEvent } from './personal-events.ts';
import { withoutThread, withThread } from './threads.ts';
import { withCounts } from './unread.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** An event of `user:<me>`. */
export function reduceUserEvent(state: WorkspaceState, event: StreamEvent): WorkspaceState {
  switch (event.type) {
    case 'channel.joined':
      return withChannel(state, event.payload.summary satisfies ChannelSummary);
    case 'channel.left':
      return withoutChannel(state, event.payload.channelId);
    case 'team.joined':
      return withTeam(state, event.payload.summary satisfies TeamSummary);
    case 'team.left':
      return withoutTeam(state, event.payload.teamId);
    case 'read_cursor.moved':
      return moveReadCursor(state, event.payload);
    case 'thread.updated':
      return withThread(state, event.payload.thread satisfies ThreadSummary);
    case 'thread.unfollowed':
      return withoutThread(state, event.payload.threadId);
    default:
      return reducePersonalEvent(state, event) ?? state;
  }
}

function moveReadCursor(state: WorkspaceState, moved: EventPayload<'read_cursor.moved'>): WorkspaceState {
  const { channelId, readSeq, markedUnread } = moved;
  const stream = streamId('channel', channelId);
  const entry = state.channels[channelId];
  const position = state.streams[stream];
  if (entry === undefined || position === undefined) return state;
  const at = { ...entry, membership: { ...entry.membership, readSeq, markedUnread } };
  const known = { me: state.me.id, position, windows: windowsOf(state, channelId) };
  // Counts of a head beyond mine: its events are on their way or lost.
  const target = Math.max(position.target, moved.head);
  return {
    ...state,
    channels: { ...state.channels, [channelId]: withCounts(at, moved, known) },
    streams: { ...state.streams, [stream]: { ...position, target } },
  };
}
