import type { Channel } from '@parvis/contracts';
import { Avatar } from '@parvis/ui';
import { IconHash, IconLock, IconUsers } from '@tabler/icons-react';
import type { Presence } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { useShownPresence } from '../status/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './conversation-icon.module.css';
import { counterparts } from './conversation-title.ts';

interface ConversationIconProps {
  channel: Channel;
  /** Of the other person in a direct conversation. */
  presence?: Presence | undefined;
  size?: number;
}

/** The other person's picture, a group's number of people, or the kind of a channel. */
export function ConversationIcon({ channel, presence, size = 24 }: ConversationIconProps) {
  const { t } = useTranslation('channels');
  const userId = useWorkspace((state) => (channel.kind === 'direct' ? (counterparts(channel, state.me.id)[0] ?? state.me.id) : null));
  const user = useWorkspace((state) => (userId === null ? undefined : state.users[userId]));
  const shown = useShownPresence(user, presence);
  if (userId !== null) {
    return (
      <Avatar
        id={userId}
        name={user?.name ?? ''}
        src={user && avatarUrl(user)}
        size={size}
        {...(shown && { presence: shown, presenceLabel: t(`presence.${shown}`) })}
      />
    );
  }
  const Icon = channel.kind === 'private' ? IconLock : channel.kind === 'group' ? IconUsers : IconHash;
  const label = channel.kind === 'private' ? t('kind.private') : undefined;
  return (
    <span className={classes.icon} data-kind={channel.kind} style={{ '--icon-size': `${size}px` } as React.CSSProperties} role={label && 'img'} aria-label={label}>
      <Icon size={Math.round(size * (channel.kind === 'group' ? 0.66 : 0.75))} stroke={1.8} aria-hidden />
    </span>
  );
}
