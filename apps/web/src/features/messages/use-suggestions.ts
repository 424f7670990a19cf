import type { User } from '@parvis/contracts';
import { useMemo, useState } from 'react';
import { api, useWorkspace, useWorkspaceActions } from '../../sync/index.ts';
import { matchesPerson, useMayMentionAll } from '../channels/index.ts';
import { useCustomEmoji } from '../emoji/index.ts';
import { useGroups } from '../groups/index.ts';
import type { SuggestionSources } from './composer-suggestion-types.ts';

const MOST = 12;

/** Whom and what can be mentioned in a conversation: its own people first, then those of the organisation. */
export function useSuggestions(channelId: string): SuggestionSources {
  const users = useWorkspace((state) => state.users);
  const channels = useWorkspace((state) => state.channels);
  const myId = useWorkspace((state) => state.me.id);
  const groups = useGroups();
  const mayMentionAll = useMayMentionAll(channelId);
  const ownEmoji = useCustomEmoji();
  const skinTone = useWorkspace((state) => state.preferences.skinTone);
  const { addUsers } = useWorkspaceActions();
  /** Queries whose whole answer the device has: it has that of every longer one too. */
  const [answered] = useState(() => new Set<string>());
  return useMemo(() => {
    const here = channels[channelId]?.channel;
    const inside = new Set(here?.memberIds ?? []);
    const order = (a: User, b: User) => Number(inside.has(b.id)) - Number(inside.has(a.id)) || a.name.localeCompare(b.name);
    const among = (people: Iterable<User>, query: string) => [...people].filter((user) => user.deactivatedAt === null && matchesPerson(user, query)).sort(order);
    return {
      myId,
      mayMentionAll,
      skinTone,
      ownEmoji: (query) => ownEmoji.filter(({ name }) => name.includes(query)).sort((a, b) => Number(b.name.startsWith(query)) - Number(a.name.startsWith(query))),
      knownGroups: (query) => {
        const wanted = query.toLocaleLowerCase();
        return [...groups.values()]
          // Those of other teams have nobody here.
          .filter(({ teamId }) => teamId === null || teamId === here?.teamId)
          .filter(({ handle, name }) => handle.startsWith(wanted) || name.toLocaleLowerCase().startsWith(wanted))
          .sort((a, b) => Number(b.handle === wanted) - Number(a.handle === wanted) || a.handle.localeCompare(b.handle));
      },
      knownUsers: (query) => {
        const known = among(Object.values(users), query);
        const complete = known.length >= MOST || [...answered].some((shorter) => query.startsWith(shorter));
        return { users: known.slice(0, MOST), complete };
      },
      findUsers: async (query) => {
        const page = await api.call('listUsers', { query: { query, limit: MOST } });
        addUsers(page.users);
        if (page.next === null) answered.add(query);
        const all = new Map([...Object.values(users), ...page.users].map((user) => [user.id, user]));
        return among(all.values(), query).slice(0, MOST);
      },
      knownChannels: (query) => {
        const wanted = query.toLocaleLowerCase();
        const found = Object.values(channels)
          .map(({ channel }) => channel)
          .filter(({ name, teamId, archivedAt }) => teamId !== null && archivedAt === null && name?.toLocaleLowerCase().includes(wanted))
          // Those of the team that one writes in first.
          .sort((a, b) => Number(b.teamId === here?.teamId) - Number(a.teamId === here?.teamId) || (a.name ?? '').localeCompare(b.name ?? ''));
        return found.slice(0, MOST);
      },
    };
  }, [users, channels, groups, ownEmoji, skinTone, mayMentionAll, myId, channelId, addUsers, answered]);
}
