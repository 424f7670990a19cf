import { Avatar } from '@parvis/ui';
import { IconHash, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import { counterparts, useConversationTitle } from '../channels/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './channel-beginning.module.css';

interface ChannelBeginningProps {
  entry: ChannelEntry;
  /** What can be done first, for example adding people. */
  children?: ReactNode;
}

/** Stands where a conversation starts; all that an empty one has. */
export function ChannelBeginning({ entry: { channel, teamName }, children }: ChannelBeginningProps) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const title = useConversationTitle(channel);
  const meId = useWorkspace((state) => state.me.id);
  const users = useWorkspace((state) => state.users);
  const team = useWorkspace((state) => (channel.teamId === null ? undefined : state.teams[channel.teamId]?.team));
  const people = counterparts(channel, meId).slice(0, 3);
  return (
    <header className={classes.root}>
      {channel.teamId === null ? (
        <div className={classes.avatars}>
          {people.map((id) => <Avatar key={id} id={id} name={users[id]?.name ?? ''} src={users[id] && avatarUrl(users[id])} size={56} />)}
        </div>
      ) : (
        <div className={classes.icon} aria-hidden>{channel.kind === 'private' ? <IconLock size={28} /> : <IconHash size={28} />}</div>
      )}
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>
        {t(`beginning.${channel.kind}`, { title, team: team?.name ?? teamName ?? '', date: format.date(channel.createdAt) })}
      </p>
      {channel.topic && <p className={classes.topic}>{channel.topic}</p>}
      {children && <div className={classes.actions}>{children}</div>}
    </header>
  );
}
