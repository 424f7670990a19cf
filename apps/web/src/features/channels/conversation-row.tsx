import type { Presence } from '@parvis/contracts';
import { UnreadBadge } from '@parvis/ui';
import { IconBellOff, IconPencil, IconStarFilled, IconVideo } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useForesee, useWorkspace } from '../../sync/index.ts';
import { ConversationMenuButton } from '../sidebar/index.ts';
import { ConversationIcon } from './conversation-icon.tsx';
import classes from './conversation-row.module.css';
import { attentionCount, isUnread, type ListedChannel } from './order-conversations.ts';
import { PartnerStatus } from './partner-status.tsx';
import { useConversationTitle } from './use-conversation-title.ts';
import { useLongTouch } from './use-long-touch.ts';

interface ConversationRowProps {
  entry: ListedChannel;
  presence?: Presence | undefined;
  hasDraft: boolean;
  /** Marked, where favourites don't stand by themselves. */
  isFavourite?: boolean;
  /** In the list's tab order. */
  tabStop: boolean;
}

export const ConversationRow = memo(function ConversationRow({ entry, presence, hasDraft, isFavourite = false, tabStop }: ConversationRowProps) {
  const { t } = useTranslation('channels');
  const [menuWanted, setMenuWanted] = useState(false);
  const { channel, membership } = entry;
  const title = useConversationTitle(channel);
  const meets = useWorkspace((state) => (state.channels[channel.id]?.meeting ?? null) !== null, Object.is);
  const unread = isUnread(entry);
  const attention = attentionCount(entry);
  const longTouch = useLongTouch(openMenu);
  const foresee = useForesee(channel.id);
  /** A right click or the menu key; on some devices a long touch too. */
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    openMenu(event.currentTarget);
  };
  return (
    <div className={classes.item} onContextMenu={onContextMenu} {...longTouch}>
      <Link
        to="/c/$channelId"
        params={{ channelId: channel.id }}
        className={classes.row}
        data-list-item
        data-conversation={channel.id}
        data-unread={(unread && !membership.muted) || undefined}
        data-muted={membership.muted || undefined}
        tabIndex={tabStop ? 0 : -1}
        activeOptions={{ includeSearch: false }}
        activeProps={{ 'aria-current': 'page' }}
        {...foresee}
      >
        <ConversationIcon channel={channel} presence={presence} />
        <span className={classes.title}>{title} <PartnerStatus channel={channel} /></span>
        {meets && <IconVideo className={classes.live} size={16} aria-label={t('list.meeting')} role="img" />}
        {isFavourite && <IconStarFilled className={classes.mark} size={12} aria-label={t('list.favourite')} role="img" />}
        {membership.muted && <IconBellOff className={classes.mark} size={15} aria-label={t('list.muted')} role="img" />}
        {hasDraft && !unread && <IconPencil className={classes.mark} size={15} aria-label={t('list.draft')} role="img" />}
        {attention > 0 ? (
          <UnreadBadge count={attention} tone="mention" label={t(channel.teamId === null ? 'list.unread' : 'list.mentions', { count: attention })} />
        ) : entry.unreadCount > 0 ? (
          <UnreadBadge count={entry.unreadCount} label={t('list.unread', { count: entry.unreadCount })} />
        ) : unread ? (
          <span className={classes.dot} role="img" aria-label={t('list.markedUnread')} />
        ) : null}
      </Link>
      <ConversationMenuButton channelId={channel.id} title={title} wanted={menuWanted} onWant={() => setMenuWanted(true)} className={classes.more} />
    </div>
  );
});

/** Of the row; does nothing while it is open. */
function openMenu(row: HTMLElement): void {
  row.querySelector<HTMLElement>('[data-menu]:not([aria-expanded="true"])')?.click();
}
