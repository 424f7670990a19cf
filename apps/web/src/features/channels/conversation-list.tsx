import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { ChatsSection } from './chats-section.tsx';
import classes from './conversation-list.module.css';
import { TeamSection } from './team-section.tsx';
import { useCurrentChannelId } from './use-current-channel-id.ts';
import { useListedChannels } from './use-listed-channels.ts';
import { useRovingList } from './use-roving-list.ts';

/** The second pane of Chat: all conversations; on a phone, where teams have a tab of their own, only chats. */
export function ConversationList() {
  const { t } = useTranslation('channels');
  const isPhone = useIsPhone();
  const { chats, groups } = useListedChannels();
  const current = useCurrentChannelId();
  const listed = chats.some(({ channel }) => channel.id === current) || groups.some(({ channels }) => channels.some(({ channel }) => channel.id === current));
  const { tabStop, ...keys } = useRovingList(listed ? current : 'chats');
  return (
    <div className={classes.pane}>
      <header className={classes.head}><h1 className={classes.heading}>{t('list.title')}</h1></header>
      <nav className={classes.scroll} aria-label={t('list.label')} {...keys}>
        <ChatsSection chats={chats} tabStop={tabStop} />
        {!isPhone && groups.map((group) => <TeamSection key={group.team.id} group={group} tabStop={tabStop} />)}
      </nav>
    </div>
  );
}
