import { useDebouncedValue } from '@mantine/hooks';
import type { ChannelMember } from '@parvis/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, useWorkspaceActions } from '../../sync/index.ts';
import type { MemberFilters } from './member-filter.tsx';

export type MemberScope = { kind: 'channel' | 'team'; id: string };

export const memberKey = ({ kind, id }: MemberScope) => ['members', kind, id] as const;

/** The members of a channel or team, a page at a time: no stream carries the whole list. */
export function useMemberPages(scope: MemberScope, filters: MemberFilters) {
  const [settled] = useDebouncedValue(filters.query.trim(), 150);
  const { role } = filters;
  const { addUsers } = useWorkspaceActions();
  const query = useInfiniteQuery({
    queryKey: [...memberKey(scope), settled, role],
    queryFn: async ({ pageParam, signal }) => {
      const at = { limit: 50, ...(pageParam && { cursor: pageParam }) };
      const page = scope.kind === 'team'
        ? await api.call('listTeamMembers', { params: { id: scope.id }, query: at }, { signal })
        : await api.call('listChannelMembers', { params: { id: scope.id }, query: { ...at, ...(settled && { query: settled }), ...(role && { role }) } }, { signal });
      // Names come with their rows, however fast one scrolls.
      const ids = page.members.map(({ userId }) => userId).join(',');
      if (ids !== '') addUsers((await api.call('listUsers', { query: { ids, deactivated: 'true', limit: 50 } }, { signal })).users);
      return page;
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
  const members = useMemo<ChannelMember[]>(() => query.data?.pages.flatMap((page) => page.members) ?? [], [query.data]);
  return { members, ...query };
}
