import type { UserGroup } from '@parvis/contracts';
import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { api, useWorkspace } from '../../sync/index.ts';

/** No stream tells of groups: what is older than this is read again when it is needed, in milliseconds. */
const FRESH = 60_000;

const useDirectory = create<{ groups: ReadonlyMap<string, UserGroup>; readAt: number; of: string }>(() => ({ groups: new Map(), readAt: -Infinity, of: '' }));
let reading: Promise<void> | null = null;

/** Reads all groups that I see; at once again after a change. */
export function readGroups(userId: string, force = false): Promise<void> {
  const { readAt, of } = useDirectory.getState();
  if (!force && of === userId && Date.now() - readAt < FRESH) return Promise.resolve();
  reading ??= readAll(userId).finally(() => { reading = null; });
  return reading;
}

async function readAll(userId: string): Promise<void> {
  const found: UserGroup[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { groups: UserGroup[]; next: string | null } = await api.call('listGroups', { query: { limit: 200, ...(cursor && { cursor }) } });
    found.push(...page.groups);
    cursor = page.next;
  }
  useDirectory.setState({ groups: new Map(found.map((group) => [group.id, group])), readAt: Date.now(), of: userId });
}

/** The groups that I see, by id; empty until they are read, and for guests. */
export function useGroups(): ReadonlyMap<string, UserGroup> {
  const me = useWorkspace((state) => state.me);
  const guest = me.role === 'guest';
  useEffect(() => {
    if (!guest) readGroups(me.id).catch(() => undefined);
  }, [me.id, guest]);
  const { groups, of } = useDirectory();
  return of === me.id ? groups : none;
}

/** Whether the groups that I see are known: until then there may be some. */
export function useGroupsRead(): boolean {
  const meId = useWorkspace((state) => state.me.id);
  return useDirectory((state) => state.of) === meId;
}

/** What a group is called now, as far as groups are known: reading them is the composer's business. */
export function useGroupName(): (id: string) => { name: string } | undefined {
  const groups = useDirectory((state) => state.groups);
  return useCallback((id) => {
    const group = groups.get(id);
    return group && { name: group.handle };
  }, [groups]);
}

const none: ReadonlyMap<string, UserGroup> = new Map();
