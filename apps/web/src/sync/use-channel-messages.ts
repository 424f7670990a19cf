import type { ChannelMessages } from './types.ts';

/** `around`: a message id from a permalink to open at. Without it: at the unread line, else at the latest. */
export function useChannelMessages(_channelId: string, _around?: string): ChannelMessages {
  throw new Error('not there yet');
}
