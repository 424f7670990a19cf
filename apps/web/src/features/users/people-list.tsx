import { Button, TextInput } from '@mantine/core';
import { Notice, SkeletonRows } from '@parvis/ui';
import { LIMITS } from '@parvis/contracts/limits';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import classes from './people-list.module.css';
import { PersonRow } from './person-row.tsx';

export const PEOPLE_KEY = ['people'];

export function PeopleList() {
  const { t } = useTranslation(['users', 'common']);
  const errorText = useErrorText();
  const [text, setText] = useState('');
  const query = useDeferredValue(text.trim());
  const { data, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...PEOPLE_KEY, query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.call('listUsers', { query: { deactivated: 'true', ...(query && { query }), ...(pageParam && { cursor: pageParam }) } }, { signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });
  const users = data?.pages.flatMap((page) => page.users);
  return (
    <>
      <TextInput
        type="search" aria-label={t('people.search')} placeholder={t('people.search')} value={text} size="md" maxLength={LIMITS.searchQuery}
        leftSection={<IconSearch size={18} aria-hidden />} onChange={(event) => setText(event.currentTarget.value)}
      />
      {error && <Notice tone="error">{errorText(error)}</Notice>}
      {!users && !error && <SkeletonRows kind="message" label={t('common:loading')} />}
      {users?.length === 0 && <p className={classes.none}>{t('people.none', { query })}</p>}
      <ul className={classes.list}>{users?.map((user) => <PersonRow key={user.id} user={user} />)}</ul>
      {hasNextPage && <Button variant="default" fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('people.more')}</Button>}
    </>
  );
}
