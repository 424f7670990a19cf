import { newClientId, type StreamClient } from '@parvis/client-sdk';
import type { SavedItem } from '@parvis/contracts';
import { useMemo } from 'react';
import { useSession } from './session-context.ts';
import { useWorkspace } from './use-workspace.ts';

type Saved = Readonly<Record<string, SavedItem>>;
const byMessage = new WeakMap<Saved, ReadonlyMap<string, SavedItem>>();

/** Built once per state, because every row of a conversation asks. */
function indexOf(saved: Saved): ReadonlyMap<string, SavedItem> {
  const known = byMessage.get(saved);
  if (known !== undefined) return known;
  const made = new Map(Object.values(saved).flatMap((item) => (item.messageId === null ? [] : [[item.messageId, item] as const])));
  byMessage.set(saved, made);
  return made;
}

/** What I saved of this message and have yet to do. */
export const useSavedItem = (messageId: string): SavedItem | undefined => useWorkspace((state) => indexOf(state.saved).get(messageId));

export interface SavedActions {
  /** Shown at once. Each of these rejects with `ApiProblem` or `NetworkFailure`, and what was shown is taken back. */
  save: (message: { id: string; channelId: string }, remindAt?: string) => Promise<SavedItem>;
  note: (text: string, remindAt: string | null) => Promise<SavedItem>;
  update: (item: SavedItem, change: { state?: SavedItem['state']; remindAt?: string | null }) => Promise<SavedItem>;
  remove: (item: SavedItem) => Promise<void>;
}

export function useSavedActions(): SavedActions {
  const { client } = useSession();
  return useMemo(() => actionsOf(client), [client]);
}

function actionsOf(client: StreamClient): SavedActions {
  const put = (item: SavedItem) => {
    client.update((state) => ({ ...state, saved: item.state === 'todo' ? { ...state.saved, [item.id]: item } : omit(state.saved, item.id) }));
  };
  const drop = (id: string) => {
    client.update((state) => ({ ...state, saved: omit(state.saved, id) }));
  };
  return {
    save: async ({ id, channelId }, remindAt) => {
      const known = client.state === null ? undefined : indexOf(client.state.saved).get(id);
      const echo: SavedItem = {
        id: `echo-${id}`, messageId: id, channelId, text: '', state: 'todo', remindAt: null, remindedAt: null, createdAt: new Date().toISOString(),
      };
      if (known === undefined) put(echo);
      try {
        const item = await client.api.call('createSaved', { body: { messageId: id, ...(remindAt !== undefined && { remindAt }) } });
        put(item);
        return item;
      } finally {
        drop(echo.id);
      }
    },
    note: async (text, remindAt) => {
      const item = await client.api.call('createSaved', { body: { text, remindAt, clientId: newClientId() } });
      put(item);
      return item;
    },
    update: async (item, change) => {
      put({ ...item, ...change });
      try {
        const updated = await client.api.call('updateSaved', { params: { id: item.id }, body: change });
        put(updated);
        return updated;
      } catch (error) {
        put(item);
        throw error;
      }
    },
    remove: async (item) => {
      drop(item.id);
      try {
        await client.api.call('deleteSaved', { params: { id: item.id } });
      } catch (error) {
        put(item);
        throw error;
      }
    },
  };
}

function omit(saved: Saved, id: string): Saved {
  const { [id]: _gone, ...others } = saved;
  return others;
}
