import { useCallback, useMemo, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useThread, useWorkspace, type ChannelEntry, type ChannelMessages } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';
import { useLastRead } from '../receipts/index.ts';
import { ChannelBeginning } from './channel-beginning.tsx';
import { InviteButton } from './invite-button.tsx';
import { JumpToLatest } from './jump-to-latest.tsx';
import { localEcho, type ListedMessage } from './listed-message.ts';
import { MessageList, type MessageListHandle, type Row, type RowState } from './message-list.tsx';
import { messageRows } from './message-rows.ts';
import { MessageRow } from './message-row.tsx';
import { usePendingDeletions } from './pending-deletions.ts';
import type { RowActions } from './row-actions.ts';
import { ThreadBeginning } from './thread-beginning.tsx';
import { useListStart } from './use-list-start.ts';

interface MessageStreamProps {
  ref?: Ref<MessageListHandle>;
  entry: ChannelEntry;
  history: ChannelMessages;
  around: string | undefined;
  /** Opens at the end whatever is unread: the person asked for the latest. */
  atLatest: boolean;
  editingId: string | null;
  actions: RowActions;
  onLastVisible: (seq: number) => void;
  onJump: () => void;
}

/** The history of a conversation as rows: confirmed messages, then mine on their way. */
export function MessageStream({ ref, entry, history, around, atLatest, editingId, actions, onLastVisible, onJump }: MessageStreamProps) {
  const { t } = useTranslation('messages');
  const meId = useWorkspace((state) => state.me.id);
  const title = useConversationTitle(entry.channel);
  const removedIds = usePendingDeletions(({ ids }) => ids);
  const { messages, pending, hasNewer, unreadLine, loadOlder, loadNewer } = history;
  const rows = useMemo(() => {
    const listed: ListedMessage[] = hasNewer ? [...messages] : [...messages, ...pending.map((message) => localEcho(message, meId))];
    return messageRows(listed, meId, unreadLine ?? undefined);
  }, [messages, pending, hasNewer, meId, unreadLine]);
  const { start, highlighted } = useListStart(rows, around, atLatest);
  const unreadReplies = useThread(history.root?.id ?? '')?.unreadCount ?? 0;
  const lastRead = useLastRead(entry.channel, messages);
  const renderRow = useCallback(
    (row: Row, state: RowState) => (
      <MessageRow
        row={row}
        meId={meId}
        editing={row.message.id === editingId}
        highlighted={row.message.id === highlighted}
        removed={removedIds.has(row.message.id)}
        readers={lastRead.get(row.message.id)}
        actions={actions}
        {...state}
      />
    ),
    [meId, editingId, highlighted, removedIds, lastRead, actions],
  );
  return (
    <MessageList
      ref={ref}
      label={history.root ? t('threads:label') : t('list.label', { title })}
      fromTop={history.root !== null}
      heldId={editingId}
      rows={rows}
      start={start}
      beginning={history.root
        ? <ThreadBeginning root={history.root} meId={meId} editing={history.root.id === editingId} removed={removedIds.has(history.root.id)} actions={actions} />
        : <ChannelBeginning entry={entry}><InviteButton entry={entry} /></ChannelBeginning>}
      hasOlder={history.hasOlder}
      hasNewer={hasNewer}
      loadingOlder={history.loadingOlder}
      onNearStart={() => void loadOlder()}
      onNearEnd={() => void loadNewer()}
      onLastVisible={onLastVisible}
      renderRow={renderRow}
      jump={<JumpToLatest count={history.root ? unreadReplies : entry.unreadCount} onClick={onJump} />}
    />
  );
}
