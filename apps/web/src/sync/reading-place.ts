import type { WorkspaceState } from '@parvis/client-sdk';

/** Where I read to in a conversation, or in a thread that I follow. */
export interface ReadingPlace {
  readonly isThread: boolean;
  readonly readSeq: number;
  readonly unreadCount: number;
  readonly markedUnread: boolean;
}

export function readingPlace(state: WorkspaceState | null, channelId: string, threadId: string | null): ReadingPlace | undefined {
  if (threadId !== null) {
    const thread = state?.threads[threadId];
    return thread && { isThread: true, readSeq: thread.readSeq, unreadCount: thread.unreadCount, markedUnread: false };
  }
  const entry = state?.channels[channelId];
  return entry && { isThread: false, readSeq: entry.membership.readSeq, unreadCount: entry.unreadCount, markedUnread: entry.membership.markedUnread };
}

export const isUnread = (place: ReadingPlace | undefined): place is ReadingPlace => place !== undefined && (place.unreadCount > 0 || place.markedUnread);
