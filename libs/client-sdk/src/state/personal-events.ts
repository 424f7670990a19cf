import type { StreamEvent } from '@parvis/contracts';
import type { WorkspaceState } from './workspace-state.ts';

/** Where a draft belongs: one per conversation, and one per thread. */
export const draftKey = (channelId: string, threadId: string | null): string => threadId ?? channelId;

/** What `user:<me>` says of things that only I see. Undefined for other events. */
export function reducePersonalEvent(state: WorkspaceState, event: StreamEvent): WorkspaceState | undefined {
  switch (event.type) {
    case 'preferences.updated':
      // One that an earlier version wrote down knows fewer of them.
      return { ...state, preferences: { ...state.preferences, ...event.payload.preferences } };
    case 'draft.saved': {
      const { draft } = event.payload;
      return { ...state, drafts: { ...state.drafts, [draftKey(draft.channelId, draft.threadId)]: draft } };
    }
    case 'draft.removed':
      return { ...state, drafts: without(state.drafts, draftKey(event.payload.channelId, event.payload.threadId)) };
    case 'saved.updated': {
      const { item } = event.payload;
      return { ...state, saved: item.state === 'todo' ? { ...state.saved, [item.id]: item } : without(state.saved, item.id) };
    }
    case 'saved.removed':
      return { ...state, saved: without(state.saved, event.payload.itemId) };
    case 'scheduled.saved':
      return { ...state, scheduled: { ...state.scheduled, [event.payload.scheduled.id]: event.payload.scheduled } };
    case 'scheduled.removed':
      return { ...state, scheduled: without(state.scheduled, event.payload.scheduledId) };
    case 'sidebar.updated':
      // The answer to a change of mine may have been here before the event of an earlier one.
      return event.payload.sidebar.version < state.sidebar.version ? state : { ...state, sidebar: event.payload.sidebar };
    case 'me.updated': {
      const { user } = event.payload;
      return { ...state, me: user, users: { ...state.users, [user.id]: user } };
    }
    case 'poll.voted':
      return { ...state, votes: { ...state.votes, [event.payload.messageId]: event.payload.optionIds } };
    case 'call.updated': {
      const { call } = event.payload;
      return { ...state, calls: call.state === 'ringing' ? { ...state.calls, [call.meetingId]: call } : without(state.calls, call.meetingId) };
    }
    case 'membership.updated': {
      const { channelId, ...changes } = event.payload;
      const entry = state.channels[channelId];
      if (entry === undefined) return state;
      return { ...state, channels: { ...state.channels, [channelId]: { ...entry, membership: { ...entry.membership, ...changes } } } };
    }
    default:
      return undefined;
  }
}

export function without<Value>(values: Readonly<Record<string, Value>>, key: string): Readonly<Record<string, Value>> {
  if (!(key in values)) return values;
  const { [key]: _gone, ...others } = values;
  return others;
}
