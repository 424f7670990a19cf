import type { User } from '@parvis/contracts';
import type { WorkspaceState } from './workspace-state.ts';

/** Adds people who were looked up. Those here already are kept current by events, a look-up may be older. */
export function withUsers(state: WorkspaceState, users: readonly User[]): WorkspaceState {
  const missing = users.filter((user) => state.users[user.id] === undefined);
  if (missing.length === 0) return state;
  return { ...state, users: { ...state.users, ...Object.fromEntries(missing.map((user) => [user.id, user])) } };
}

/** People as they are now, for who isn't told of changes to them: guests don't follow the organisation. */
export const withFreshUsers = (state: WorkspaceState, users: readonly User[]): WorkspaceState => ({
  ...state, users: { ...state.users, ...Object.fromEntries(users.map((user) => [user.id, user])), [state.me.id]: state.me },
});
