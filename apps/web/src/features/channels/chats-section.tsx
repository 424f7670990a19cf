import { ActionIcon, Button } from '@mantine/core';
import { Tooltip } from '@parvis/ui';
import { IconEdit } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { openDialog } from '../../app/dialogs.tsx';
import { isLinkGuest } from '../../app/is-admin.ts';
import { useDraftChannelIds, usePresence, useWorkspace } from '../../sync/index.ts';
import { ConversationRow } from './conversation-row.tsx';
import classes from './conversation-list.module.css';
import { counterparts } from './conversation-title.ts';
import { ListSection } from './list-section.tsx';
import { callsForReading, type ListedChannel } from './order-conversations.ts';
import { useCollapsed } from './use-collapsed.ts';
import { useCurrentChannelId } from './use-current-channel-id.ts';

interface ChatsSectionProps {
  chats: readonly ListedChannel[];
  tabStop: string | undefined;
  unreadOnly: boolean;
}

/** Direct and group conversations, the last active first. */
export function ChatsSection({ chats, tabStop, unreadOnly }: ChatsSectionProps) {
  const { t } = useTranslation('channels');
  const meId = useWorkspace((state) => state.me.id);
  const byLink = useWorkspace((state) => isLinkGuest(state.me));
  // They may all stand in sections of mine.
  const noneAtAll = useWorkspace((state) => Object.values(state.channels).every(({ channel }) => channel.teamId !== null));
  const drafts = useDraftChannelIds();
  const current = useCurrentChannelId();
  const { isCollapsed, toggle } = useCollapsed();
  const partner = ({ channel }: ListedChannel) => (channel.kind === 'direct' ? counterparts(channel, meId)[0] : undefined);
  const partners = useMemo(
    () => chats.map(({ channel }) => (channel.kind === 'direct' ? counterparts(channel, meId)[0] : undefined)).filter((id) => id !== undefined),
    [chats, meId],
  );
  const presence = usePresence(partners);
  const collapsed = isCollapsed('chats');
  const shown = collapsed || unreadOnly ? chats.filter((entry) => callsForReading(entry) || entry.channel.id === current) : chats;
  return (
    <ListSection
      sectionKey="chats"
      title={t('list.chats')}
      collapsed={collapsed}
      onToggle={() => toggle('chats')}
      tabStop={tabStop === 'chats'}
      actions={!byLink &&
        <Tooltip label={t('list.newMessage')}>
          <ActionIcon className={classes.action} aria-label={t('list.newMessage')} onClick={() => openDialog('newMessage')}><IconEdit size={18} stroke={1.7} aria-hidden /></ActionIcon>
        </Tooltip>
      }
    >
      {shown.map((entry) => {
        const partnerId = partner(entry);
        return (
          <ConversationRow
            key={entry.channel.id}
            entry={entry}
            presence={partnerId === undefined ? undefined : presence[partnerId]}
            hasDraft={drafts.has(entry.channel.id) && entry.channel.id !== current}
            tabStop={tabStop === entry.channel.id}
          />
        );
      })}
      {chats.length === 0 && noneAtAll && (
        <div className={classes.empty}>
          <p>{t('list.noChats')}</p>
          {!byLink && <Button size="xs" variant="light" onClick={() => openDialog('newMessage')}>{t('list.newMessage')}</Button>}
        </div>
      )}
    </ListSection>
  );
}
