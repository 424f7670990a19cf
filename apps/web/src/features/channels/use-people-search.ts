import { useDebouncedValue } from '@mantine/hooks';
import type { User } from '@parvis/contracts';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, useWorkspace } from '../../sync/index.ts';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Whether a person is meant by what was typed: a beginning of one of their names, or of their address. */
export function matchesPerson(user: Pick<User, 'name' | 'email'>, query: string): boolean {
  const wanted = folded(query.trim());
  if (wanted === '') return true;
  const name = folded(user.name);
  return name.startsWith(wanted) || name.includes(` ${wanted}`) || name.includes(`-${wanted}`) || folded(user.email).startsWith(wanted);
}

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
