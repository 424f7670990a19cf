import { Button } from '@mantine/core';
import type { SavedItem } from '@parvis/contracts';
import { EmptyState, Notice, SkeletonRows } from '@parvis/ui';
import { IconBookmark, IconChecks } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { placeClasses } from '../../app/place-page.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { SavedCard } from './saved-card.tsx';

/** What is due before all, then the last saved first. What is to do is as live as everything; its words are looked up. */
export function SavedList({ state }: { state: SavedItem['state'] }) {
  const { t } = useTranslation('saved');
  const errorText = useErrorText();
  const saved = useWorkspace((workspace) => workspace.saved);
  const isToDo = state === 'todo';
  // Asked again whenever something is saved, done or removed, here or on another device.
  const known = Object.keys(saved).filter((id) => !id.startsWith('echo-')).sort().join();
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['saved', state, known],
    queryFn: ({ pageParam, signal }) => api.call('listSaved', { query: { state, limit: 50, ...(pageParam && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  });
  const listed = (data?.pages.flatMap((page) => page.items) ?? [])
    .flatMap(({ item, message }) => {
      const now = saved[item.id];
      if (isToDo) return now === undefined ? [] : [{ item: now, message }];
      return now === undefined ? [{ item, message }] : [];
    })
    .sort((a, b) => (isToDo ? Number(b.item.remindedAt !== null) - Number(a.item.remindedAt !== null) : 0));
  if (error && data === undefined) return <Notice tone="error">{errorText(error)}</Notice>;
  if (isPending) return <SkeletonRows rows={5} label={t('loading')} />;
  if (listed.length === 0) {
    return isToDo
      ? <EmptyState icon={<IconBookmark size={32} />} title={t('empty.todo')}>{t('empty.todoText')}</EmptyState>
      : <EmptyState icon={<IconChecks size={32} />} title={t('empty.done')}>{t('empty.doneText')}</EmptyState>;
  }
  return (
    <>
      <ul className={placeClasses.list}>{listed.map(({ item, message }) => <SavedCard key={item.id} item={item} message={message} />)}</ul>
      {hasNextPage && <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>}
    </>
  );
}
