import { useTranslation } from 'react-i18next';
import { useDraftChannelIds, useSidebarSections } from '../../sync/index.ts';
import { ConversationRow } from './conversation-row.tsx';
import classes from './conversation-list.module.css';
import { ListSection } from './list-section.tsx';
import { callsForReading, type TeamGroup } from './order-conversations.ts';
import { TeamMenu } from './team-menu.tsx';
import { useCollapsed } from './use-collapsed.ts';
import { useCurrentChannelId } from './use-current-channel-id.ts';

interface TeamSectionProps {
  group: TeamGroup;
  tabStop: string | undefined;
  unreadOnly?: boolean;
}

/** A team with its channels. Closed, it still shows what is unread and what is open. */
export function TeamSection({ group, tabStop, unreadOnly = false }: TeamSectionProps) {
  const { t } = useTranslation('channels');
  const drafts = useDraftChannelIds();
  const current = useCurrentChannelId();
  const { isCollapsed, toggle } = useCollapsed();
  const { team, role, channels } = group;
  const favourites = useSidebarSections().find(({ kind }) => kind === 'favourites')?.channelIds ?? [];
  const collapsed = isCollapsed(team.id);
  const shown = collapsed || unreadOnly ? channels.filter((entry) => callsForReading(entry) || entry.channel.id === current) : channels;
  if (unreadOnly && shown.length === 0) return null;
  return (
    <ListSection
      sectionKey={team.id}
      title={team.name}
      collapsed={collapsed}
      onToggle={() => toggle(team.id)}
      tabStop={tabStop === team.id}
      actions={role !== null && <TeamMenu team={team} />}
    >
      {shown.map((entry) => (
        <ConversationRow
          key={entry.channel.id}
          entry={entry}
          hasDraft={drafts.has(entry.channel.id) && entry.channel.id !== current}
          isFavourite={favourites.includes(entry.channel.id)}
          tabStop={tabStop === entry.channel.id}
        />
      ))}
      {channels.length === 0 && !collapsed && <p className={classes.empty}>{t('list.noChannels')}</p>}
    </ListSection>
  );
}
