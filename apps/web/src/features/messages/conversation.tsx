import { Button } from '@mantine/core';
import { EmptyState, SkeletonRows } from '@parvis/ui';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftActions, useWorkspace, type ChannelEntry } from '../../sync/index.ts';
import { FileDropZone, useComposerFiles } from '../files/index.ts';
import { useChannelRights } from '../channels/index.ts';
import { ClosedNotice } from './closed-notice.tsx';
import type { ComposerHandle } from './composer.tsx';
import { ConversationComposer } from './conversation-composer.tsx';
import classes from './conversation.module.css';
import { MessageAnnouncer } from './message-announcer.tsx';
import { useMessagesOf } from './message-events.ts';
import type { MessageListHandle } from './message-list.tsx';
import { MessageStream } from './message-stream.tsx';
import { createSeen, ReadMarker } from './read-marker.tsx';
import { useRowActions, type RowPlace } from './use-row-actions.ts';

interface ConversationProps {
  entry: ChannelEntry;
  /** One of its threads instead of its own messages. */
  threadId?: string | null;
  /** Message that the address names. */
  around: string | undefined;
}

/** History and composer of one conversation; mounted anew for another one. */
export function Conversation({ entry, threadId = null, around }: ConversationProps) {
  const { t } = useTranslation('messages');
  const channelId = entry.channel.id;
  const history = useMessagesOf(channelId, threadId, around);
  const list = useRef<MessageListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const meId = useWorkspace((state) => state.me.id);
  const [seen] = useState(createSeen);
  const [editingId, setEditingId] = useState<string | null>(null);
  /** Counts the jumps: each mounts the list anew at its end. */
  const [jumps, setJumps] = useState(0);

  const setEditing = useCallback((id: string | null) => {
    setEditingId(id);
    if (id === null) composer.current?.focus();
  }, []);
  const files = useComposerFiles(threadId ?? channelId);
  const rights = useChannelRights(entry);
  const loaded = useRef(history.messages);
  loaded.current = history.messages;
  const { quote } = useDraftActions();
  const navigate = useNavigate();
  const place = useMemo<RowPlace>(() => ({
    threadId,
    onQuote: (message) => {
      quote({ channelId, threadId }, message.id);
      composer.current?.focus();
    },
    onGoTo: (messageId) => {
      list.current?.reveal(messageId);
      const here = threadId !== null && loaded.current.some(({ id }) => id === messageId);
      const elsewhere = { message: messageId, ...(threadId !== null && { thread: threadId }) };
      void navigate({ to: '/c/$channelId', params: { channelId }, search: here ? { thread: threadId, reply: messageId } : elsewhere });
    },
  }), [channelId, threadId, quote, navigate]);
  const actions = useRowActions(entry, setEditing, place);

  const { jumpToLatest, hasNewer, messages, pending } = history;
  const toLatest = useCallback(() => {
    if (!hasNewer) return list.current?.scrollToEnd();
    void jumpToLatest().then(() => setJumps((count) => count + 1));
  }, [hasNewer, jumpToLatest]);
  const editLast = () => {
    // My last message is still on its way: the one before is not the one that is meant.
    if (pending.length > 0) return;
    const mine = messages.findLast(({ authorId, deletedAt }) => authorId === meId && deletedAt === null);
    if (!mine || !actions.mayEdit(mine)) return;
    setEditing(mine.id);
    list.current?.reveal(mine.id);
  };

  return (
    <FileDropZone className={classes.stream} onDrop={rights.send ? files.add : undefined}>
      {history.status === 'loading' && (
        <div className={classes.loading}><SkeletonRows kind="message" rows={9} label={t('list.loading')} /></div>
      )}
      {history.status === 'failed' && (
        <div className={classes.failed}>
          <EmptyState title={t('list.failed')} action={<Button onClick={() => void history.reload()}>{t('list.retry')}</Button>}>
            {t(history.error ?? 'internal', { ns: 'errors' })}
          </EmptyState>
        </div>
      )}
      {history.status === 'ready' && (
        <MessageStream
          key={jumps}
          ref={list}
          entry={entry}
          history={history}
          around={around}
          atLatest={jumps > 0}
          editingId={editingId}
          actions={actions}
          onLastVisible={seen.set}
          onJump={toLatest}
        />
      )}
      <ReadMarker channelId={channelId} threadId={threadId} seen={seen} />
      <MessageAnnouncer messages={messages} live={history.status === 'ready' && !hasNewer} />
      {entry.channel.archivedAt !== null || !rights.send ? (
        <ClosedNotice channel={entry.channel} />
      ) : (
        <ConversationComposer ref={composer} entry={entry} threadId={threadId} onSent={toLatest} onEditLast={editLast} />
      )}
    </FileDropZone>
  );
}
