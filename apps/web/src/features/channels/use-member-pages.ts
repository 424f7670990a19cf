import type { ChannelMember } from '@parvis/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../sync/index.ts';

export type MemberScope = { kind: 'channel' | 'team'; id: string };

export const memberKey = ({ kind, id }: MemberScope) => ['members', kind, id] as const;

/** The members of a channel or team, a page at a time: no stream carries the whole list. */
export function useMemberPages(scope: MemberScope) {
  const query = useInfiniteQuery({
    queryKey: memberKey(scope),
    queryFn: ({ pageParam, signal }) =>
      api.call(scope.kind === 'team' ? 'listTeamMembers' : 'listChannelMembers', { params: { id: scope.id }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
  });
  const members = useMemo<ChannelMember[]>(() => query.data?.pages.flatMap((page) => page.members) ?? [], [query.data]);
  return { members, ...query };
}
