import { ActionIcon } from '@mantine/core';
import { Tooltip, useToasts } from '@parvis/ui';
import { IconBell, IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { RightPane } from '../../app/shell/index.ts';
import { useErrorText } from '../../app/use-error-text.ts';
import { useThread, useThreadActions, type ChannelEntry } from '../../sync/index.ts';
import { Conversation } from '../messages/index.ts';
import classes from './thread-pane.module.css';

interface ThreadPaneProps {
  entry: ChannelEntry;
  threadId: string;
  /** Reply that the address names. */
  replyId: string | undefined;
  onClose: () => void;
}

/** A thread beside its conversation. */
export function ThreadPane({ entry, threadId, replyId, onClose }: ThreadPaneProps) {
  const { t } = useTranslation('threads');
  return (
    <RightPane title={t('title')} action={<FollowButton channelId={entry.channel.id} threadId={threadId} />} onClose={onClose}>
      <div className={classes.thread}>
        <Conversation key={`${threadId} ${replyId ?? ''}`} entry={entry} threadId={threadId} around={replyId} />
      </div>
    </RightPane>
  );
}

function FollowButton({ channelId, threadId }: { channelId: string; threadId: string }) {
  const { t } = useTranslation('threads');
  const toasts = useToasts();
  const errorText = useErrorText();
  const { follow, unfollow } = useThreadActions();
  const followed = useThread(threadId) !== undefined;
  const label = t(followed ? 'unfollow' : 'follow');
  const Icon = followed ? IconBell : IconBellOff;
  const toggle = () => {
    const message = { id: threadId, channelId };
    const done = followed ? unfollow(message) : follow(message);
    done.then(
      () => toasts.show({ id: 'follow-thread', message: t(followed ? 'unfollowed' : 'followed') }),
      (error: unknown) => toasts.show({ tone: 'error', message: errorText(error) }),
    );
  };
  return (
    <Tooltip label={label}>
      <ActionIcon size="lg" aria-label={t('following')} aria-pressed={followed} onClick={toggle}><Icon size={19} stroke={1.7} aria-hidden /></ActionIcon>
    </Tooltip>
  );
}
