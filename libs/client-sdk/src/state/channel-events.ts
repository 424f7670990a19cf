import type { Channel, StreamEvent } from '@parvis/contracts';
import { streamId } from '@parvis/contracts/stream-id';
import { windowAfter, windowsOf, withWindows } from './message-window.ts';
import { countInThread } from './threads.ts';
import { countEvent, isInChannel } from './unread.ts';
import type { ChannelEntry, WorkspaceState } from './workspace-state.ts';

/** An event of `channel:<id>`. Applying it again changes nothing. */
export function reduceChannelEvent(state: WorkspaceState, channelId: string, event: StreamEvent): WorkspaceState {
  const entry = state.channels[channelId];
  const position = state.streams[streamId('channel', channelId)];
  if (entry === undefined || position === undefined) return state;
  const known = { me: state.me.id, position, windows: windowsOf(state, channelId) };
  const counted = countEvent(entry, event, known);
  const next: WorkspaceState = {
    ...state,
    channels: { ...state.channels, [channelId]: entryAfter(counted, state.me.id, event) },
    threads: countInThread(state, event, known),
  };
  return withWindows(next, channelId, (window) => windowAfter(window, event));
}

function entryAfter(entry: ChannelEntry, me: string, event: StreamEvent): ChannelEntry {
  switch (event.type) {
    case 'message.created':
      return isInChannel(event.payload.message) ? { ...entry, lastMessageAt: event.payload.message.createdAt } : entry;
    case 'channel.updated':
      return { ...entry, channel: event.payload.channel };
    case 'channel.member_joined': {
      const { member, memberCount } = event.payload;
      return { ...entry, channel: { ...entry.channel, memberCount, memberIds: withMember(entry.channel, member.userId) } };
    }
    case 'channel.member_left': {
      const { userId, memberCount } = event.payload;
      const memberIds = entry.channel.memberIds.filter((id) => id !== userId);
      return { ...entry, channel: { ...entry.channel, memberCount, memberIds } };
    }
    case 'channel.meeting_changed':
      return { ...entry, meeting: event.payload.meeting };
    case 'channel.member_updated':
      return event.payload.userId === me ? { ...entry, membership: { ...entry.membership, role: event.payload.role } } : entry;
    default:
      return entry;
  }
}

/** Only direct and group conversations list their people. */
function withMember(channel: Channel, userId: string): string[] {
  const listed = channel.teamId === null && !channel.memberIds.includes(userId);
  return listed ? [...channel.memberIds, userId] : channel.memberIds;
}
