import type { Presence } from '@parvis/contracts';
import { UnreadBadge } from '@parvis/ui';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ConversationIcon } from './conversation-icon.tsx';
import classes from './conversation-row.module.css';
import { attentionCount, isUnread, type ListedChannel } from './order-conversations.ts';
import { PartnerStatus } from './partner-status.tsx';
import { useConversationTitle } from './use-conversation-title.ts';

interface ConversationRowProps {
  entry: ListedChannel;
  presence?: Presence | undefined;
  hasDraft: boolean;
  /** In the list's tab order. */
  tabStop: boolean;
}

export const ConversationRow = memo(function ConversationRow({ entry, presence, hasDraft, tabStop }: ConversationRowProps) {
  const { t } = useTranslation('channels');
  const { channel } = entry;
  const title = useConversationTitle(channel);
  const unread = isUnread(entry);
  const attention = attentionCount(entry);
  return (
    <Link
      to="/c/$channelId"
      params={{ channelId: channel.id }}
      className={classes.row}
      data-list-item
      data-conversation={channel.id}
      data-unread={unread || undefined}
      tabIndex={tabStop ? 0 : -1}
      activeOptions={{ includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <ConversationIcon channel={channel} presence={presence} />
      <span className={classes.title}>{title} <PartnerStatus channel={channel} /></span>
      {hasDraft && !unread && <IconPencil className={classes.draft} size={15} aria-label={t('list.draft')} role="img" />}
      {attention > 0 ? (
        <UnreadBadge count={attention} tone="mention" label={t(channel.teamId === null ? 'list.unread' : 'list.mentions', { count: attention })} />
      ) : entry.unreadCount > 0 ? (
        <UnreadBadge count={entry.unreadCount} label={t('list.unread', { count: entry.unreadCount })} />
      ) : unread ? (
        <span className={classes.dot} role="img" aria-label={t('list.markedUnread')} />
      ) : null}
    </Link>
  );
});
