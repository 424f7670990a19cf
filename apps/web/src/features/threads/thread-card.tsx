import { Button } from '@mantine/core';
import { LIMITS } from '@parvis/contracts/limits';
import { messageExcerpt } from '@parvis/rich-text';
import type { Message } from '@parvis/contracts';
import { Avatar, UnreadBadge } from '@parvis/ui';
import { IconCheck, IconMessage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { placeClasses } from '../../app/place-page.tsx';
import { useFormat } from '../../i18n/index.ts';
import { useThread, useThreadActions, useUser, type ThreadPage } from '../../sync/index.ts';
import { PlaceLink } from '../channels/index.ts';
import { MessageText } from '../messages/index.ts';
import { avatarUrl } from '../users/index.ts';
import classes from './thread-card.module.css';

/** A thread with its first message and its last replies. */
export function ThreadCard({ thread: { root, replies, summary } }: { thread: ThreadPage['threads'][number] }) {
  const { t } = useTranslation('threads');
  const { markRead } = useThreadActions();
  const unread = useThread(root.id)?.unreadCount ?? summary.unreadCount;
  const { channelId } = root;
  const hidden = (root.thread?.replyCount ?? 0) - replies.length;
  return (
    <li className={placeClasses.card} data-due={unread > 0 || undefined}>
      <div className={placeClasses.meta}>
        <PlaceLink channelId={channelId} className={placeClasses.place} />
        <UnreadBadge count={unread} label={t('unread', { count: unread })} />
      </div>
      <Line message={root} />
      <div className={classes.replies}>
        {hidden > 0 && <span className={placeClasses.meta}>{t('earlier', { count: hidden })}</span>}
        {replies.map((reply) => <Line key={reply.id} message={reply} />)}
      </div>
      <div className={placeClasses.actions}>
        <Button size="compact-md" variant="light" leftSection={<IconMessage size={16} aria-hidden />} renderRoot={(props) => <Link to="/c/$channelId" params={{ channelId }} search={{ thread: root.id }} {...props} />}>{t('open')}</Button>
        {unread > 0 && <Button size="compact-md" variant="default" leftSection={<IconCheck size={16} aria-hidden />} onClick={() => void markRead(root, summary).catch(() => undefined)}>{t('read')}</Button>}
      </div>
    </li>
  );
}

function Line({ message }: { message: Message }) {
  const { t } = useTranslation('threads');
  const { dateTime, relative } = useFormat();
  const author = useUser(message.authorId);
  const name = author?.name ?? '…';
  return (
    <div className={classes.line}>
      <Avatar id={message.authorId} name={name} src={author && avatarUrl(author)} size={28} />
      <div className={classes.words}>
        <div className={placeClasses.meta}>
          <strong className={classes.name}>{name}</strong>
          <time dateTime={message.createdAt} title={dateTime(message.createdAt)}>{relative(message.createdAt)}</time>
        </div>
        {message.deletedAt !== null ? <p className={placeClasses.hidden}>{t('deleted')}</p> : message.text === '' ? <p className={classes.text}>{messageExcerpt(message, LIMITS.excerpt)}</p> : <div className={classes.text}><MessageText source={message.text} mentions={message.mentions} /></div>}
      </div>
    </div>
  );
}
