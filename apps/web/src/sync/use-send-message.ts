import type { MessageSender, PendingMessage } from './types.ts';

export function useSendMessage(_channelId: string): MessageSender {
  throw new Error('not there yet');
}

/** Messages of all channels that the server refused. */
export function useFailedMessages(): readonly PendingMessage[] {
  throw new Error('not there yet');
}
