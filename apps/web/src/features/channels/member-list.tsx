import { Button } from '@mantine/core';
import type { ChannelMember, ChannelRole } from '@parvis/contracts';
import { Notice, SkeletonRows, useToasts } from '@parvis/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogFrame } from '../../app/dialog-frame.tsx';
import { useErrorText } from '../../app/use-error-text.ts';
import { api } from '../../sync/index.ts';
import { MemberFilter, type MemberFilters } from './member-filter.tsx';
import classes from './member-list.module.css';
import type { MemberRights } from './member-row.tsx';
import { MemberRows } from './member-rows.tsx';
import { memberKey, useMemberPages, type MemberScope } from './use-member-pages.ts';

/** Fewer than this are looked over without a search. */
const WORTH_SEARCHING = 8;

interface MemberListProps {
  scope: MemberScope;
  /** What the channel or team is called, for the question before somebody is removed. */
  title: string;
  rights: MemberRights;
  /** How many there are, when it is known: read again when it changes. */
  count?: number;
}

/** The members of a channel or team with their roles; who may, changes them. */
export function MemberList({ scope, title, rights, count = 0 }: MemberListProps) {
  const { t } = useTranslation('channels');
  const errorText = useErrorText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const [filters, setFilters] = useState<MemberFilters>({ query: '', role: '' });
  const pages = useMemberPages(scope, filters);
  const [leaving, setLeaving] = useState<{ member: ChannelMember; name: string } | null>(null);
  const { kind, id } = scope;
  const counted = useRef(count);
  useEffect(() => {
    if (counted.current === count) return;
    counted.current = count;
    void queries.invalidateQueries({ queryKey: memberKey({ kind, id }) });
  }, [count, queries, kind, id]);
  const change = async (call: Promise<unknown>) => {
    try {
      await call;
    } catch (failure) {
      toasts.show({ tone: 'error', message: errorText(failure) });
    }
    await queries.invalidateQueries({ queryKey: memberKey(scope) });
  };
  const params = ({ userId }: ChannelMember) => ({ id: scope.id, userId });
  const changeRole = (member: ChannelMember, role: ChannelRole) => {
    if (scope.kind === 'channel') void change(api.call('updateChannelMember', { params: params(member), body: { role } }));
    // A team has no moderators.
    else if (role !== 'moderator') void change(api.call('updateTeamMember', { params: params(member), body: { role } }));
  };
  const remove = ({ member }: { member: ChannelMember }) => {
    setLeaving(null);
    void change(api.call(scope.kind === 'team' ? 'removeTeamMember' : 'removeChannelMember', { params: params(member) }));
  };
  if (pages.isPending) return <SkeletonRows rows={4} label={t('members.loading')} />;
  if (pages.error) return <Notice tone="error" action={<Button size="xs" variant="default" onClick={() => void pages.refetch()}>{t('members.retry')}</Button>}>{errorText(pages.error)}</Notice>;
  return (
    <>
      {scope.kind === 'channel' && count >= WORTH_SEARCHING && <MemberFilter value={filters} onChange={setFilters} />}
      {pages.members.length === 0 && <p className={classes.question}>{t('members.none')}</p>}
      <MemberRows
        members={pages.members}
        ofTeam={scope.kind === 'team'}
        rights={rights}
        onChangeRole={changeRole}
        onRemove={(member, name) => setLeaving({ member, name })}
        onEnd={() => { if (pages.hasNextPage && !pages.isFetchingNextPage) void pages.fetchNextPage(); }}
      />
      {pages.isFetchingNextPage && <SkeletonRows rows={2} label={t('members.loading')} />}
      {leaving && (
        <DialogFrame onClose={() => setLeaving(null)} title={t('members.removeTitle', { name: leaving.name, title })}>
          <p className={classes.question}>{t(`members.removeText.${scope.kind}`, { name: leaving.name, title })}</p>
          <div className={classes.actions}>
            <Button variant="default" onClick={() => setLeaving(null)}>{t('members.keep')}</Button>
            <Button color="red" onClick={() => remove(leaving)}>{t('members.removeConfirm', { name: leaving.name })}</Button>
          </div>
        </DialogFrame>
      )}
    </>
  );
}
