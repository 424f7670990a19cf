import { Button, Tabs } from '@mantine/core';
import { EmptyState, SkeletonRows, useToasts } from '@parvis/ui';
import { IconChecks, IconMessages } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlacePage, placeClasses } from '../../app/place-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { useThreadActions, useUnreadThreadCount, useWorkspace } from '../../sync/index.ts';
import { ThreadCard } from './thread-card.tsx';

const FILTERS = ['all', 'unread'] as const;
type Filter = (typeof FILTERS)[number];

/** `/threads`: those that I follow, the latest reply first. */
export function ThreadsPage() {
  const { t } = useTranslation('threads');
  const toasts = useToasts();
  const errorText = useErrorText();
  const { markAllRead } = useThreadActions();
  const unread = useUnreadThreadCount();
  const [filter, setFilter] = useState<Filter>('all');
  const readAll = () => void markAllRead().catch((error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }));
  return (
    <PlacePage title={t('list')} action={unread > 0 && <Button variant="light" size="compact-md" leftSection={<IconChecks size={16} aria-hidden />} onClick={readAll}>{t('readAll')}</Button>}>
      <Tabs value={filter} onChange={(value) => setFilter(value === 'unread' ? 'unread' : 'all')} keepMounted={false}>
        <Tabs.List px="md">
          {FILTERS.map((name) => <Tabs.Tab key={name} value={name} mih={44}>{name === 'unread' ? t('filter.unread', { count: unread }) : t('filter.all')}</Tabs.Tab>)}
        </Tabs.List>
        {FILTERS.map((name) => <Tabs.Panel key={name} value={name}><ThreadList filter={name} /></Tabs.Panel>)}
      </Tabs>
    </PlacePage>
  );
}

function ThreadList({ filter }: { filter: Filter }) {
  const { t } = useTranslation('threads');
  const errorText = useErrorText();
  const { list } = useThreadActions();
  // Read again whenever something happened in one of them: the list is always what the badge counts.
  const moved = useWorkspace((state) => Object.values(state.threads).map(({ threadId, lastReplySeq, readSeq, unreadCount }) => `${threadId} ${lastReplySeq} ${readSeq} ${unreadCount}`).sort().join());
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ['threads', filter, moved],
    queryFn: ({ pageParam, signal }) => list({ filter, ...(pageParam !== null && { cursor: pageParam }) }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (isPending) return <SkeletonRows kind="message" rows={5} label={t('loading')} />;
  if (error && data === undefined) {
    return <EmptyState title={t('failed')} action={<Button onClick={() => void refetch()}>{t('retry')}</Button>}>{errorText(error)}</EmptyState>;
  }
  const threads = data?.pages.flatMap((page) => page.threads) ?? [];
  if (threads.length === 0) return <EmptyState icon={<IconMessages size={32} />} title={t(`empty.${filter}`)}>{t(`empty.${filter}Text`)}</EmptyState>;
  return (
    <>
      <ul className={placeClasses.list}>{threads.map((thread) => <ThreadCard key={thread.root.id} thread={thread} />)}</ul>
      {hasNextPage && <Button variant="light" mx="auto" mb="xl" display="block" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>}
    </>
  );
}
