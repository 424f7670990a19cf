import { FaviconBadge, NotificationWatch } from '../../features/notifications/index.ts';
import { useUnreadKeys } from '../../features/channels/index.ts';
import { MentionWatch } from '../../features/documents/index.ts';
import { ReminderWatch } from '../../features/saved/index.ts';
import { useTitleBadge } from '../use-page-title.ts';
import { useAttention } from './use-attention.ts';

/** What follows the unread counts and new messages without drawing anything; apart, so that the shell isn't drawn for it. */
export function UnreadWatch() {
  useUnreadKeys();
  const waiting = useAttention();
  useTitleBadge(waiting);
  return (
    <>
      <FaviconBadge count={waiting} />
      <NotificationWatch />
      <ReminderWatch />
      <MentionWatch />
    </>
  );
}
