import type { WorkspaceState } from '@parvis/client-sdk';
import type { ChannelSummary, TeamSummary, User } from '@parvis/contracts';

export function useWorkspace<T>(_selector: (state: WorkspaceState) => T, _equal?: (a: T, b: T) => boolean): T {
  throw new Error('not there yet');
}

/** Puts an answer of the API into the state before its event arrives, e.g. to open a new channel at once. */
export interface WorkspaceActions {
  /** After createChannel, joinChannel, openConversation. */
  addChannel(summary: ChannelSummary): void;
  /** After createTeam: its channels follow by themselves. */
  addTeam(summary: TeamSummary): void;
  /** After listUsers and the like. */
  addUsers(users: readonly User[]): void;
}

export function useWorkspaceActions(): WorkspaceActions {
  throw new Error('not there yet');
}
