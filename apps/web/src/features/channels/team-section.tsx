import { useTranslation } from 'react-i18next';
import { useDraftChannelIds } from '../../sync/index.ts';
import { ConversationRow } from './conversation-row.tsx';
import classes from './conversation-list.module.css';
import { ListSection } from './list-section.tsx';
import { isUnread, type TeamGroup } from './order-conversations.ts';
import { TeamMenu } from './team-menu.tsx';
import { useCollapsed } from './use-collapsed.ts';
import { useCurrentChannelId } from './use-current-channel-id.ts';

interface TeamSectionProps {
  group: TeamGroup;
  tabStop: string | undefined;
}

/** A team with its channels. Closed, it still shows what is unread and what is open. */
export function TeamSection({ group, tabStop }: TeamSectionProps) {
  const { t } = useTranslation('channels');
  const drafts = useDraftChannelIds();
  const current = useCurrentChannelId();
  const { isCollapsed, toggle } = useCollapsed();
  const { team, channels } = group;
  const collapsed = isCollapsed(team.id);
  const shown = collapsed ? channels.filter((entry) => isUnread(entry) || entry.channel.id === current) : channels;
  return (
    <ListSection
      sectionKey={team.id}
      title={team.name}
      collapsed={collapsed}
      onToggle={() => toggle(team.id)}
      tabStop={tabStop === team.id}
      actions={<TeamMenu team={team} />}
    >
      {shown.map((entry) => (
        <ConversationRow
          key={entry.channel.id}
          entry={entry}
          hasDraft={drafts.has(entry.channel.id) && entry.channel.id !== current}
          tabStop={tabStop === entry.channel.id}
        />
      ))}
      {channels.length === 0 && !collapsed && <p className={classes.empty}>{t('list.noChannels')}</p>}
    </ListSection>
  );
}
