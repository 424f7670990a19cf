import { addChannel, addTeam, type StreamClient, withUsers, type WorkspaceState } from '@parvis/client-sdk';
import type { ChannelSummary, TeamSummary, User } from '@parvis/contracts';
import { useCallback, useMemo, useRef } from 'react';
import { useSession } from './session-context.ts';
import { useSelected } from './use-selected.ts';

/** `select` need not be stable; its value is compared with `equal`, by default shallowly. */
export function useWorkspace<T>(select: (state: WorkspaceState) => T, equal?: (a: T, b: T) => boolean): T {
  const { client } = useSession();
  const subscribe = useCallback((listener: () => void) => client.subscribe(listener), [client]);
  const read = useLatestState(client);
  return useSelected(subscribe, read, select, equal);
}

/** The state; after it was dropped, the last one, until the screen is replaced. */
function useLatestState(client: StreamClient): () => WorkspaceState {
  const last = useRef<WorkspaceState | null>(client.state);
  return useCallback(() => {
    last.current = client.state ?? last.current;
    if (last.current === null) throw new Error('there is no workspace yet: this belongs into the children of <SyncProvider>');
    return last.current;
  }, [client]);
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
  const { client } = useSession();
  return useMemo(() => ({
    addChannel: (summary) => {
      client.update((state) => addChannel(state, summary));
    },
    addTeam: (summary) => {
      client.update((state) => addTeam(state, summary));
    },
    addUsers: (users) => {
      client.update((state) => withUsers(state, users));
    },
  }), [client]);
}
