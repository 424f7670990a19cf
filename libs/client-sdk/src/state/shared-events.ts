import type { StreamEvent } from '@parvis/contracts';
import { without } from './personal-events.ts';
import type { WorkspaceState } from './workspace-state.ts';

/** An event of `team:<id>`. */
export function reduceTeamEvent(state: WorkspaceState, teamId: string, event: StreamEvent): WorkspaceState {
  const entry = state.teams[teamId];
  if (entry === undefined) return state;
  if (event.type === 'team.updated') {
    return { ...state, teams: { ...state.teams, [teamId]: { ...entry, team: event.payload.team } } };
  }
  if (event.type === 'team.member_updated' && event.payload.userId === state.me.id) {
    return { ...state, teams: { ...state.teams, [teamId]: { ...entry, role: event.payload.role } } };
  }
  return state;
}

/** An event of `organisation:<id>`. */
export function reduceOrganisationEvent(state: WorkspaceState, event: StreamEvent): WorkspaceState {
  switch (event.type) {
    case 'organisation.updated':
      return { ...state, organisation: event.payload.organisation };
    case 'user.created':
    case 'user.updated': {
      const { user } = event.payload;
      const me = user.id === state.me.id ? user : state.me;
      return { ...state, me, users: { ...state.users, [user.id]: user } };
    }
    case 'emoji.created':
      return { ...state, emoji: { ...state.emoji, [event.payload.emoji.id]: event.payload.emoji } };
    case 'emoji.deleted':
      return { ...state, emoji: without(state.emoji, event.payload.emojiId) };
    default:
      return state;
  }
}
