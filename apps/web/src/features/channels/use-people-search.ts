import { useDebouncedValue } from '@mantine/hooks';
import type { User } from '@parvis/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, useWorkspace } from '../../sync/index.ts';
import { matchesPerson } from './matches-person.ts';
import { mayWriteTo } from './may-write-to.ts';

/** People of the organisation whom I can write to: those known here at once, the others when the server answers. */
export function usePeopleSearch(query: string): { people: User[]; searching: boolean } {
  const [debounced] = useDebouncedValue(query.trim(), 150);
  const known = useWorkspace((state) => state.users);
  const me = useWorkspace((state) => state.me);
  const { data, isFetching } = useQuery({
    queryKey: ['people', debounced],
    queryFn: ({ signal }) => api.call('listUsers', { query: { query: debounced, limit: 30 } }, { signal }),
    placeholderData: keepPreviousData,
  });
  const people = useMemo(() => {
    const found = new Map<string, User>();
    for (const user of [...Object.values(known), ...(data?.users ?? [])]) {
      if (user.deactivatedAt === null && mayWriteTo(me, user) && matchesPerson(user, query)) found.set(user.id, user);
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name)).slice(0, 50);
  }, [known, data, query, me]);
  return { people, searching: isFetching || debounced !== query.trim() };
}
