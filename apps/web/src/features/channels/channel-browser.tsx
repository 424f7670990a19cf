import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Team } from '@parvis/contracts';
import { EmptyState, Notice, SkeletonRows } from '@parvis/ui';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { BrowsedChannel } from './browsed-channel.tsx';
import classes from './channel-browser.module.css';
import { NewChannelDialog } from './new-channel-dialog.tsx';

/** All channels of a team that I may see: find one, join it, open it. */
export function ChannelBrowser({ team }: { team: Team }) {
  const { t } = useTranslation('channels');
  const errorText = useErrorText();
  const [query, setQuery] = useState('');
  const [archived, setArchived] = useState(false);
  const [creating, setCreating] = useState(false);
  const [search] = useDebouncedValue(query.trim(), 150);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['team-channels', team.id, search, archived],
    queryFn: ({ pageParam, signal }) =>
      api.call(
        'listTeamChannels',
        { params: { id: team.id }, query: { archived: archived ? 'true' : 'false', limit: 50, ...(search && { query: search }), ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const channels = data?.pages.flatMap((page) => page.channels) ?? [];
  const create = <Button variant="default" onClick={() => setCreating(true)}>{t('browser.new')}</Button>;
  return (
    <div className={classes.browser}>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          type="search"
          aria-label={t('browser.search')}
          placeholder={t('browser.search')}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <Checkbox className={classes.archived} label={t('browser.archived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
        {create}
      </div>
      {error && <Notice tone="error">{errorText(error)}</Notice>}
      {isPending && <SkeletonRows rows={5} label={t('browser.loading')} />}
      {data && channels.length === 0 && (
        <EmptyState title={t(search ? 'browser.nothingFound' : archived ? 'browser.nothingArchived' : 'browser.nothing')} action={!archived && create}>
          {search ? t('browser.nothingFoundText') : null}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {channels.map(({ channel, joined }) => <BrowsedChannel key={channel.id} channel={channel} joined={joined} />)}
      </ul>
      {hasNextPage && <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('browser.more')}</Button>}
      {creating && <NewChannelDialog teamId={team.id} onClose={() => setCreating(false)} />}
    </div>
  );
}
