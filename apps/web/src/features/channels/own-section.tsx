import { useTranslation } from 'react-i18next';
import { useState } from 'react';
import { useChangeSidebar, useDraftChannelIds } from '../../sync/index.ts';
import { collapseSection, SectionMenuButton } from '../sidebar/index.ts';
import classes from './conversation-list.module.css';
import { ConversationRow } from './conversation-row.tsx';
import { ListSection } from './list-section.tsx';
import { callsForReading, type PlacedSection } from './order-conversations.ts';
import { useChatPresence } from './use-chat-presence.ts';
import { useCurrentChannelId } from './use-current-channel-id.ts';

interface OwnSectionProps {
  placed: PlacedSection;
  tabStop: string | undefined;
  unreadOnly: boolean;
}

/** A section of mine: favourites, or one that I made. Closed, it still shows what is unread and what is open. */
export function OwnSection({ placed: { section, entries }, tabStop, unreadOnly }: OwnSectionProps) {
  const { t } = useTranslation('sidebar');
  const change = useChangeSidebar();
  const drafts = useDraftChannelIds();
  const current = useCurrentChannelId();
  const presenceOf = useChatPresence(entries);
  const [menuWanted, setMenuWanted] = useState(false);
  const { id, collapsed } = section;
  const isOwn = section.kind === 'own';
  const shown = collapsed || unreadOnly ? entries.filter((entry) => callsForReading(entry) || entry.channel.id === current) : entries;
  if (shown.length === 0 && (unreadOnly || (!isOwn && entries.length === 0))) return null;
  return (
    <ListSection
      sectionKey={id}
      sectionId={id}
      title={isOwn ? section.name : t('favourites')}
      collapsed={collapsed}
      onToggle={() => change(collapseSection(id, !collapsed))}
      tabStop={tabStop === id}
      actions={isOwn && <SectionMenuButton section={section} wanted={menuWanted} onWant={() => setMenuWanted(true)} />}
    >
      {shown.map((entry) => (
        <ConversationRow
          key={entry.channel.id}
          entry={entry}
          presence={presenceOf(entry)}
          hasDraft={drafts.has(entry.channel.id) && entry.channel.id !== current}
          tabStop={tabStop === entry.channel.id}
        />
      ))}
      {entries.length === 0 && !collapsed && <p className={classes.empty}>{t('emptySection')}</p>}
    </ListSection>
  );
}
