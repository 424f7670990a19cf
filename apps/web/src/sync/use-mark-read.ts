/**
 * Moves my read cursor to what was seen: only while the page is visible and focused and somebody
 * touched it within 60 s, and not after a mark as unread until the conversation is left.
 */
export function useMarkRead(_channelId: string, _lastVisibleSeq: number | null): void {
  throw new Error('not there yet');
}
