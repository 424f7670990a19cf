import type { ThreadInfo, User } from '@parvis/contracts';
import { Avatar, UnreadBadge } from '@parvis/ui';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/index.ts';
import { useThread, useUsers } from '../../sync/index.ts';
import { avatarUrl } from '../users/index.ts';
import { useOpenThread } from './use-thread-place.ts';
import classes from './thread-summary.module.css';

interface ThreadSummaryProps {
  message: { id: string; channelId: string };
  thread: ThreadInfo;
  tabStop: boolean;
}

const FACES = 3;

const Face = ({ id, user }: { id: string; user: User | undefined }) => <Avatar id={id} name={user?.name ?? '…'} src={user && avatarUrl(user)} size={20} />;

/** Below a message that has replies: how many, whose, and since when; opens them. */
export function ThreadSummary({ message, thread, tabStop }: ThreadSummaryProps) {
  const { t } = useTranslation('threads');
  const { relative, dateTime } = useFormat();
  const open = useOpenThread();
  const shown = thread.userIds.slice(0, FACES);
  const people = useUsers(shown);
  const unread = useThread(message.id)?.unreadCount ?? 0;
  return (
    <button type="button" className={classes.summary} data-unread={unread > 0 || undefined} tabIndex={tabStop ? 0 : -1} onClick={() => open({ channelId: message.channelId, threadId: message.id })}>
      <span className={classes.faces} aria-hidden>
        {shown.map((id, index) => <Face key={id} id={id} user={people[index]} />)}
      </span>
      <span className={classes.count}>{t('replies', { count: thread.replyCount })}</span>
      <time className={classes.last} dateTime={thread.lastReplyAt} title={dateTime(thread.lastReplyAt)}>{t('last', { time: relative(thread.lastReplyAt) })}</time>
      <UnreadBadge count={unread} label={t('unread', { count: unread })} />
    </button>
  );
}
