/** What the list needs to know of a message to place it; the sync layer's messages have all of it. */
export interface PlaceableMessage {
  id: string;
  authorId: string;
  seq: number;
  clientId: string | null;
  createdAt: string;
  deletedAt: string | null;
  threadId?: string | undefined;
}

export interface MessageRow<M extends PlaceableMessage = PlaceableMessage> {
  /** Stays the same when the server's message replaces the local echo, so that the row keeps its element. */
  key: string;
  message: M;
  /** Local midnight of the day that begins with this row, else undefined. */
  day: number | undefined;
  /** The unread line is drawn above this row. */
  firstUnread: boolean;
  /** Without avatar and name: goes on from the row above. */
  compact: boolean;
}

/** Messages of one author closer than this are shown as one block. */
const BLOCK_MS = 5 * 60_000;

const localMidnight = (instant: string): number => new Date(instant).setHours(0, 0, 0, 0);

/**
 * One row per message: day separators and the unread line belong to the message below them, so that
 * loading older messages only ever adds rows at the start and the scroll anchor holds.
 *
 * @param unreadAfter the seq that was read up to when the conversation was opened; undefined for no line
 */
export function messageRows<M extends PlaceableMessage>(messages: readonly M[], meId: string, unreadAfter?: number): MessageRow<M>[] {
  let previous: M | undefined;
  let previousDay: number | undefined;
  let lineDrawn = unreadAfter === undefined;
  return messages.map((message) => {
    const day = localMidnight(message.createdAt);
    const newDay = day !== previousDay;
    const firstUnread = !lineDrawn && message.seq > (unreadAfter ?? 0) && message.authorId !== meId && message.deletedAt === null;
    lineDrawn ||= firstUnread;
    const compact =
      previous !== undefined &&
      !newDay &&
      !firstUnread &&
      previous.authorId === message.authorId &&
      previous.threadId === message.threadId &&
      Date.parse(message.createdAt) - Date.parse(previous.createdAt) < BLOCK_MS;
    previous = message;
    previousDay = day;
    return { key: message.clientId ?? message.id, message, day: newDay ? day : undefined, firstUnread, compact };
  });
}

/** Whether `next` has other items before the one that `previous` began with (or fewer): the list then anchors at its end. */
export function changedAtStart(previous: readonly string[], next: readonly string[]): boolean {
  const [oldFirst] = previous;
  const [newFirst] = next;
  if (oldFirst === undefined || newFirst === undefined || oldFirst === newFirst) return false;
  return next.includes(oldFirst) || previous.includes(newFirst);
}
