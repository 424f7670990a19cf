import { Button } from '@mantine/core';
import type { User } from '@parvis/contracts';
import { Notice, SkeletonRows, useToasts } from '@parvis/ui';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import type { DialogProps } from '../../app/screens.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, useWorkspace } from '../../sync/index.ts';
import { PeoplePicker } from '../channels/index.ts';
import { readGroups, useGroups } from './group-directory.ts';
import { GroupMember } from './group-member.tsx';
import classes from './group-members.module.css';
import { useRunsGroups } from './use-group-rights.ts';

/** Who is in a group; who may, brings people in and takes them out. */
export function GroupMembersDialog({ groupId, onClose }: DialogProps & { groupId: string }) {
  const { t } = useTranslation('groups');
  const toasts = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const meId = useWorkspace((state) => state.me.id);
  const group = useGroups().get(groupId);
  const runs = useRunsGroups(group?.teamId ?? null) && group !== undefined;
  const [people, setPeople] = useState<User[]>([]);
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['group-members', groupId],
    queryFn: ({ pageParam }) => api.call('listGroupMembers', { params: { id: groupId }, query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchOnMount: 'always',
  });
  const members = data?.pages.flatMap(({ userIds }) => userIds);
  const change = async (calls: Promise<unknown>[]) => {
    const outcomes = await Promise.allSettled(calls);
    for (const outcome of outcomes) if (outcome.status === 'rejected') toasts.show({ tone: 'error', message: errorText(outcome.reason) });
    await Promise.all([queries.invalidateQueries({ queryKey: ['group-members', groupId] }), readGroups(meId, true)]);
  };
  const add = () => {
    const calls = people.map(({ id }) => api.call('addGroupMember', { params: { id: groupId, userId: id } }));
    setPeople([]);
    void change(calls);
  };
  return (
    <DialogFrame onClose={onClose} title={group ? `@${group.handle}` : t('members')}>
      {group && <p className={classes.name}>{group.name}</p>}
      {runs && (
        <form className={classes.add} onSubmit={(event) => { event.preventDefault(); add(); }}>
          <div className={classes.picker}><PeoplePicker label={t('addLabel')} value={people} onChange={setPeople} exclude={({ id }) => members?.includes(id) ?? false} /></div>
          <Button type="submit" disabled={people.length === 0}>{t('add')}</Button>
        </form>
      )}
      {error && <Notice tone="info">{errorText(error)}</Notice>}
      {!members && !error && <SkeletonRows rows={4} label={t('loading')} />}
      {members?.length === 0 && <p className={classes.none}>{t('nobody')}</p>}
      <ul className={classes.list}>
        {members?.map((userId) => (
          <GroupMember key={userId} userId={userId} onRemove={runs ? () => void change([api.call('removeGroupMember', { params: { id: groupId, userId } })]) : undefined} />
        ))}
      </ul>
      {hasNextPage && <Button variant="subtle" fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('more')}</Button>}
    </DialogFrame>
  );
}
