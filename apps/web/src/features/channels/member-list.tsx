import { Button, Modal } from '@mantine/core';
import type { ChannelMember, ChannelRole } from '@parvis/contracts';
import { Notice, SkeletonRows, useToasts } from '@parvis/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../app/use-error-text.ts';
import { api, usePresence } from '../../sync/index.ts';
import classes from './member-list.module.css';
import { MemberRow, type MemberRights } from './member-row.tsx';
import { memberKey, useMemberPages, type MemberScope } from './use-member-pages.ts';

interface MemberListProps {
  scope: MemberScope;
  /** What the channel or team is called, for the question before somebody is removed. */
  title: string;
  rights: MemberRights;
}

const CHANNEL_ROLES: readonly ChannelRole[] = ['owner', 'moderator', 'member'];
const TEAM_ROLES: readonly ChannelRole[] = ['owner', 'member'];

/** The members of a channel or team with their roles; who may, changes them. */
export function MemberList({ scope, title, rights }: MemberListProps) {
  const { t } = useTranslation('channels');
  const errorText = useErrorText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { members, isPending, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useMemberPages(scope);
  const presence = usePresence(members.slice(0, 200).map(({ userId }) => userId));
  const [leaving, setLeaving] = useState<{ member: ChannelMember; name: string } | null>(null);
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
  if (isPending) return <SkeletonRows rows={4} label={t('members.loading')} />;
  if (error) return <Notice tone="error" action={<Button size="xs" variant="default" onClick={() => void refetch()}>{t('members.retry')}</Button>}>{errorText(error)}</Notice>;
  return (
    <>
      <ul className={classes.list}>
        {members.map((member) => (
          <MemberRow
            key={member.userId}
            member={member}
            presence={presence[member.userId]}
            rights={rights}
            roles={scope.kind === 'channel' ? CHANNEL_ROLES : TEAM_ROLES}
            onChangeRole={changeRole}
            onRemove={(removed, name) => setLeaving({ member: removed, name })}
          />
        ))}
      </ul>
      {hasNextPage && <Button variant="subtle" fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('members.more')}</Button>}
      {leaving && (
        <Modal opened onClose={() => setLeaving(null)} title={t('members.removeTitle', { name: leaving.name, title })} closeButtonProps={{ 'aria-label': t('close', { ns: 'common' }) }}>
          <p className={classes.question}>{t(`members.removeText.${scope.kind}`, { name: leaving.name, title })}</p>
          <div className={classes.actions}>
            <Button variant="default" onClick={() => setLeaving(null)}>{t('members.keep')}</Button>
            <Button color="red" onClick={() => remove(leaving)}>{t('members.removeConfirm', { name: leaving.name })}</Button>
          </div>
        </Modal>
      )}
    </>
  );
}
