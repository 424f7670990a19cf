import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import { useConversationTitle } from './use-conversation-title.ts';

interface PlaceLinkProps {
  channelId: string;
  messageId?: string | undefined;
  className?: string | undefined;
}

/** Names a conversation and leads to it, or to a message in it; of one that I left it says so. */
export function PlaceLink({ channelId, messageId, className }: PlaceLinkProps) {
  const { t } = useTranslation('channels');
  const entry = useWorkspace((state) => state.channels[channelId]);
  if (entry === undefined) return <span>{t('list.leftPlace')}</span>;
  return <NamedLink entry={entry} messageId={messageId} className={className} />;
}

function NamedLink({ entry: { channel, teamName }, messageId, className }: { entry: ChannelEntry } & Pick<PlaceLinkProps, 'messageId' | 'className'>) {
  const title = useConversationTitle(channel);
  const team = useWorkspace((state) => (channel.teamId === null ? undefined : (state.teams[channel.teamId]?.team.name ?? teamName)));
  return (
    <Link to="/c/$channelId" params={{ channelId: channel.id }} search={messageId === undefined ? {} : { message: messageId }} className={className}>
      {team === undefined ? title : `${title} · ${team}`}
    </Link>
  );
}
