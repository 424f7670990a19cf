import { useTranslation } from 'react-i18next';
import { ListPane } from '../../app/list-pane.tsx';
import { useIsPhone } from '../../app/use-is-phone.ts';
import { ChatsSection } from './chats-section.tsx';
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
    <ListPane title={t('list.title')} label={t('list.label')} {...keys}>
      <ChatsSection chats={chats} tabStop={tabStop} />
      {!isPhone && groups.map((group) => <TeamSection key={group.team.id} group={group} tabStop={tabStop} />)}
    </ListPane>
  );
}
