import { Avatar } from '@parvis/ui';
import { memo, useCallback, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocale } from '../../i18n/index.ts';
import { useUser } from '../../sync/index.ts';
import { MessageAttachments } from '../files/index.ts';
import { ForwardedMessage } from '../forward/index.ts';
import { LinkedDocuments } from '../documents/index.ts';
import { LinkPreviews } from '../link-previews/index.ts';
import { MeetingMessage } from '../meetings/index.ts';
import { Poll } from '../polls/index.ts';
import { MessageReactions } from '../reactions/index.ts';
import { SeenBy } from '../receipts/index.ts';
import { SavedMark } from '../saved/index.ts';
import { QuoteCard } from '../quotes/index.ts';
import { StatusEmoji } from '../status/index.ts';
import { ThreadMark, ThreadSummary } from '../threads/index.ts';
import { avatarUrl, GuestTag } from '../users/index.ts';
import { DeliveryState } from './delivery-state.tsx';
import { EditedMark } from './edited-mark.tsx';
import { dayName, fullTime, timeOfDay } from './format-time.ts';
import type { ListedMessage } from './listed-message.ts';
import { MessageEditor } from './message-editor.tsx';
import type { Row, RowState } from './message-list.tsx';
import classes from './message-row.module.css';
import { MessageText } from './message-text.tsx';
import { MessageToolbar } from './message-toolbar.tsx';
import { usePendingEdits } from './pending-edits.ts';
import { usePendingTicks, withPendingTicks } from './pending-ticks.ts';
import { PinMark } from './pin-mark.tsx';
import type { RowActions } from './row-actions.ts';

interface MessageRowProps extends RowState {
  row: Row;
  meId: string;
  editing: boolean;
  highlighted: boolean;
  /** Taken back a moment ago; the server doesn't know yet. */
  removed: boolean;
  /** Who read up to here. */
  readers?: readonly string[] | undefined;
  actions: RowActions;
}

/** One letter on a message that has the focus does what its toolbar does. */
function onRowKey(event: KeyboardEvent<HTMLElement>, message: ListedMessage, actions: RowActions): void {
  if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey || message.delivery) return;
  const key = event.key.toLowerCase();
  const act = key === 't' && actions.mayReply(message) ? actions.reply : key === 'q' && actions.mayQuote(message) ? actions.quote : null;
  if (act === null) return;
  event.preventDefault();
  act(message);
}

function MessageRowContent({ row, meId, editing, highlighted, removed, readers, actions, active, tabStop, onActivate }: MessageRowProps) {
  const { t, i18n } = useTranslation('messages');
  const locale = formatLocale(i18n.language);
  const { message } = row;
  const author = useUser(message.authorId);
  const saving = usePendingEdits((state) => state.saving.get(message.id));
  const ticks = usePendingTicks((state) => state.ticks.get(message.id));
  const [toolOpen, setToolOpen] = useState(false);
  const tick = useCallback((index: number, done: boolean) => actions.tick(message, index, done), [actions, message]);
  const name = author?.name ?? '…';
  const time = timeOfDay(message.createdAt, locale);
  const deleted = removed || message.deletedAt !== null;
  const { compact } = row;
  const mentioned = !deleted && message.authorId !== meId && (message.mentions.everyone || message.mentions.userIds.includes(meId));
  return (
    <>
      {row.day !== undefined && <div className={classes.day}>{dayName(row.day, locale)}</div>}
      {row.firstUnread && <div className={classes.unread}>{t('unreadLine')}</div>}
      <article
        className={classes.row}
        data-message={message.id}
        data-compact={compact || undefined}
        data-active={active || undefined}
        data-mentioned={mentioned || undefined}
        data-highlighted={highlighted || undefined}
        aria-label={t('row.label', { name, time })}
        tabIndex={tabStop ? 0 : -1}
        onPointerEnter={(event) => { if (event.pointerType === 'mouse') onActivate(row.key); }}
        onClick={() => onActivate(row.key)}
        onFocus={() => onActivate(row.key)}
        onKeyDown={(event) => onRowKey(event, message, actions)}
      >
        <div className={classes.gutter}>
          {compact
            ? <time className={classes.gutterTime} dateTime={message.createdAt} title={fullTime(message.createdAt, locale)}>{time}</time>
            : <Avatar id={message.authorId} name={name} src={author && avatarUrl(author)} />}
        </div>
        <div className={classes.body} data-delivery={saving === undefined ? message.delivery?.status : 'sending'}>
          {!deleted && <SavedMark messageId={message.id} />}
          {!deleted && message.pin && <PinMark pin={message.pin} meId={meId} />}
          {!compact && (
            <div className={classes.head}>
              <span className={classes.author}>{name}</span>
              <StatusEmoji user={author} />
              <GuestTag user={author} />
              <time className={classes.time} dateTime={message.createdAt} title={fullTime(message.createdAt, locale)}>{time}</time>
            </div>
          )}
          {!deleted && message.threadId !== undefined && <ThreadMark message={message} inThread={actions.threadId !== null} tabStop={active} />}
          {!deleted && message.quote && <QuoteCard quote={message.quote} tabStop={active} onOpen={actions.goTo} />}
          {deleted ? (
            <span className={classes.tombstone}>{t('row.deleted')}</span>
          ) : editing ? (
            <MessageEditor message={message} actions={actions} />
          ) : (
            <div className={message.editedAt === null ? undefined : classes.edited} data-style={message.style}>
              {message.style === 'me' && <span className={classes.meName}>{name}</span>}
              <MessageText source={withPendingTicks(saving ?? message.text, ticks)} mentions={message.delivery ? undefined : message.mentions} onTickTask={!message.delivery && actions.mayTick(message) ? tick : undefined} />
              {message.editedAt !== null && <EditedMark message={{ ...message, editedAt: message.editedAt }} actions={actions} tabStop={active} />}
            </div>
          )}
          {!deleted && message.forwarded && <ForwardedMessage forwarded={message.forwarded}><MessageText source={message.forwarded.text} /></ForwardedMessage>}
          {!deleted && message.meeting && <MeetingMessage message={{ ...message, meeting: message.meeting }} />}
          {!deleted && message.poll && <Poll message={{ ...message, poll: message.poll }} />}
          {!deleted && message.attachments && <MessageAttachments attachments={message.attachments} />}
          {!deleted && <LinkedDocuments text={message.text} tabStop={active} />}
          {!deleted && message.previews && <LinkPreviews message={message} previews={message.previews} own={message.authorId === meId} tabStop={active} />}
          {!deleted && (
            <MessageReactions message={message} meId={meId} tabStop={active} onReact={actions.mayReact(message) ? (emoji) => actions.react(message, emoji) : undefined} />
          )}
          {readers && <SeenBy userIds={readers} />}
          {message.thread && actions.threadId === null && <ThreadSummary message={message} thread={message.thread} tabStop={active} />}
          {message.delivery && <DeliveryState delivery={message.delivery} actions={actions} />}
        </div>
        {(active || toolOpen) && !deleted && !editing && !message.delivery && (
          <MessageToolbar message={message} meId={meId} actions={actions} onOpenChange={setToolOpen} />
        )}
      </article>
    </>
  );
}

/** Drawn again only when something of this row changed: the list makes new row objects for every event. */
export const MessageRow = memo(MessageRowContent, (a, b) => {
  const { row: rowA, ...restA } = a;
  const { row: rowB, ...restB } = b;
  const sameRow = rowA.message === rowB.message && rowA.key === rowB.key && rowA.day === rowB.day && rowA.firstUnread === rowB.firstUnread && rowA.compact === rowB.compact;
  return sameRow && (Object.keys(restA) as (keyof typeof restA)[]).every((key) => restA[key] === restB[key]);
});
