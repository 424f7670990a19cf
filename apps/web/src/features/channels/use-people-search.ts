import { useDebouncedValue } from '@mantine/hooks';
import type { User } from '@parvis/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, useWorkspace } from '../../sync/index.ts';
import { matchesPerson } from './matches-person.ts';

/** People of the organisation: those known here at once, the others when the server answers. */
export function usePeopleSearch(query: string): { people: User[]; searching: boolean } {
  const [debounced] = useDebouncedValue(query.trim(), 150);
  const known = useWorkspace((state) => state.users);
  const { data, isFetching } = useQuery({
    queryKey: ['people', debounced],
    queryFn: ({ signal }) => api.call('listUsers', { query: { query: debounced, limit: 30 } }, { signal }),
    placeholderData: keepPreviousData,
  });
  const people = useMemo(() => {
    const found = new Map<string, User>();
    for (const user of [...Object.values(known), ...(data?.users ?? [])]) {
      if (user.deactivatedAt === null && matchesPerson(user, query)) found.set(user.id, user);
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name)).slice(0, 50);
  }, [known, data, query]);
  return { people, searching: isFetching || debounced !== query.trim() };
}
