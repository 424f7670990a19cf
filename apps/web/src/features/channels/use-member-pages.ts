import { useDebouncedValue } from '@mantine/hooks';
import type { ChannelMember } from '@parvis/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../sync/index.ts';
import type { MemberFilters } from './member-filter.tsx';

export type MemberScope = { kind: 'channel' | 'team'; id: string };

export const memberKey = ({ kind, id }: MemberScope) => ['members', kind, id] as const;

/** The members of a channel or team, a page at a time: no stream carries the whole list. */
export function useMemberPages(scope: MemberScope, filters: MemberFilters) {
  const [settled] = useDebouncedValue(filters.query.trim(), 150);
  const { role } = filters;
  const query = useInfiniteQuery({
    queryKey: [...memberKey(scope), settled, role],
    queryFn: ({ pageParam, signal }) => {
      const page = { limit: 50, ...(pageParam && { cursor: pageParam }) };
      if (scope.kind === 'team') return api.call('listTeamMembers', { params: { id: scope.id }, query: page }, { signal });
      return api.call('listChannelMembers', { params: { id: scope.id }, query: { ...page, ...(settled && { query: settled }), ...(role && { role }) } }, { signal });
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
    placeholderData: keepPreviousData,
  });
  const members = useMemo<ChannelMember[]>(() => query.data?.pages.flatMap((page) => page.members) ?? [], [query.data]);
  return { members, ...query };
}
