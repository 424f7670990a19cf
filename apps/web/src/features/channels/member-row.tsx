import { ActionIcon, Menu } from '@mantine/core';
import type { ChannelMember, ChannelRole } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePresence, useUser, useWorkspace } from '../../sync/index.ts';
import { StatusEmoji, useShownPresence } from '../status/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './member-list.module.css';
import { mayWriteTo } from './may-write-to.ts';
import { useOpenDirect } from './use-open-direct.ts';

export interface MemberRights {
  mayChangeRole: boolean;
  mayRemove: boolean;
  /** Only those who look after nothing. */
  membersOnly?: boolean;
}

interface MemberRowProps {
  member: ChannelMember;
  rights: MemberRights;
  /** What one can be made there. */
  roles: readonly ChannelRole[];
  onChangeRole: (member: ChannelMember, role: ChannelRole) => void;
  onRemove: (member: ChannelMember, name: string) => void;
}

export function MemberRow({ member, rights, roles, onChangeRole, onRemove }: MemberRowProps) {
  const { t } = useTranslation('channels');
  const user = useUser(member.userId);
  const me = useWorkspace((state) => state.me);
  const openDirect = useOpenDirect();
  const { [member.userId]: presence } = usePresence([member.userId]);
  const shown = useShownPresence(user, presence);
  const name = user?.name ?? '…';
  const isMe = member.userId === me.id;
  const mayWrite = !isMe && user !== undefined && mayWriteTo(me, user);
  const mayRemove = rights.mayRemove && !isMe && (!rights.membersOnly || member.role === 'member');
  return (
    <div className={classes.row}>
      <Avatar
        id={member.userId}
        name={name}
        src={user && avatarUrl(user)}
        size={36}
        {...(shown && { presence: shown, presenceLabel: t(`presence.${shown}`) })}
      />
      <span className={classes.person}>
        <span className={classes.name}>{isMe ? t('members.me', { name }) : name} <StatusEmoji user={user} /></span>
        <span className={classes.detail}>{[member.role !== 'member' && t(`members.role.${member.role}`), user?.role === 'guest' && t('members.guest'), user?.title].filter(Boolean).join(' · ')}</span>
      </span>
      {(mayWrite || mayRemove || rights.mayChangeRole) && (
        <Menu position="bottom-end" width={230}>
          <Menu.Target>
            <ActionIcon size={36} aria-label={t('members.menu', { name })}><IconDots size={18} aria-hidden /></ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayWrite && <Menu.Item onClick={() => openDirect(member.userId)}>{t('members.message')}</Menu.Item>}
            {rights.mayChangeRole && roles.filter((role) => role !== member.role && !(role !== 'member' && user?.role === 'guest')).map((role) => (
              <Menu.Item key={role} onClick={() => onChangeRole(member, role)}>{t(`members.make.${role}`)}</Menu.Item>
            ))}
            {mayRemove && <Menu.Item color="red" onClick={() => onRemove(member, name)}>{t('members.remove')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  );
}
