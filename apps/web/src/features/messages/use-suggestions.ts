import type { User } from '@parvis/contracts';
import { useMemo } from 'react';
import { api, useWorkspace, useWorkspaceActions } from '../../sync/index.ts';
import { matchesPerson } from '../channels/index.ts';
import type { SuggestionSources } from './composer-suggestion-types.ts';

const MOST = 12;

/** Whom and what can be mentioned in a conversation: its own people first, then those of the organisation. */
export function useSuggestions(channelId: string): SuggestionSources {
  const users = useWorkspace((state) => state.users);
  const channels = useWorkspace((state) => state.channels);
  const { addUsers } = useWorkspaceActions();
  return useMemo(() => {
    const here = channels[channelId]?.channel;
    const inside = new Set(here?.memberIds ?? []);
    const order = (a: User, b: User) => Number(inside.has(b.id)) - Number(inside.has(a.id)) || a.name.localeCompare(b.name);
    const fits = (query: string) => (user: User) => user.deactivatedAt === null && matchesPerson(user, query);
    return {
      suggestUsers: async (query) => {
        const known = Object.values(users).filter(fits(query));
        if (known.length >= MOST) return known.sort(order).slice(0, MOST);
        const found = await api.call('listUsers', { query: { query, limit: MOST } }).then((page) => page.users, () => []);
        addUsers(found);
        const all = new Map([...known, ...found.filter(fits(query))].map((user) => [user.id, user]));
        return [...all.values()].sort(order).slice(0, MOST);
      },
      suggestChannels: (query) => {
        const wanted = query.toLocaleLowerCase();
        const found = Object.values(channels)
          .map(({ channel }) => channel)
          .filter(({ name, teamId, archivedAt }) => teamId !== null && archivedAt === null && name?.toLocaleLowerCase().includes(wanted))
          // Those of the team that one writes in first.
          .sort((a, b) => Number(b.teamId === here?.teamId) - Number(a.teamId === here?.teamId) || (a.name ?? '').localeCompare(b.name ?? ''));
        return Promise.resolve(found.slice(0, MOST));
      },
    };
  }, [users, channels, channelId, addUsers]);
}
