import { Button } from '@mantine/core';
import { can } from '@parvis/permissions';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { IconPin } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import { PinnedMessage } from './pinned-message.tsx';
import classes from './pinned-messages.module.css';

const PAGE = 30;

interface PinnedMessagesProps {
  entry: ChannelEntry;
  /** One of them is gone to. */
  onOpen?: (() => void) | undefined;
}

/** What is pinned in a conversation, the last pinned first. */
export function PinnedMessages({ entry, onOpen }: PinnedMessagesProps) {
  const { t } = useTranslation('messages');
  const { channel, membership } = entry;
  const mayPin = useWorkspace((state) => can(state.me, 'message.pin', {
    archived: channel.archivedAt !== null, channelRole: membership.role, posting: channel.posting, mentionAll: channel.mentionAll,
    teamRole: channel.teamId === null ? null : (state.teams[channel.teamId]?.role ?? null),
  }));
  // What is loaded here says when something is pinned or unpinned.
  const seen = useWorkspace((state) => (state.windows[channel.id]?.messages ?? []).flatMap(({ id, pin }) => (pin ? [`${id} ${pin.at}`] : [])).join());
  const pages = useInfiniteQuery({
    queryKey: ['pins', channel.id, seen],
    queryFn: ({ pageParam, signal }) =>
      api.call('listPins', { params: { channelId: channel.id }, query: { limit: PAGE, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    refetchOnMount: 'always',
  });
  const messages = pages.data?.pages.flatMap((page) => page.messages) ?? [];
  if (pages.isPending) return <SkeletonRows rows={4} label={t('list.loading')} />;
  if (pages.isError && messages.length === 0) {
    return <EmptyState title={t('pin.failed')} action={<Button onClick={() => void pages.refetch()}>{t('pin.retry')}</Button>}>{null}</EmptyState>;
  }
  if (messages.length === 0) return <EmptyState icon={<IconPin size={30} stroke={1.5} aria-hidden />} title={t('pin.empty')}>{mayPin && t('pin.emptyText')}</EmptyState>;
  return (
    <>
      <ul className={classes.list} aria-label={t('pin.list')}>
        {messages.map((message) => <PinnedMessage key={message.id} message={message} mayUnpin={mayPin} onOpen={onOpen} onUnpinned={() => void pages.refetch()} />)}
      </ul>
      {pages.hasNextPage && <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('pin.more')}</Button>}
    </>
  );
}
