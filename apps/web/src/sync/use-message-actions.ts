import { applyAnswer } from '@parvis/client-sdk';
import { useMemo } from 'react';
import { useSession } from './session-context.ts';
import type { MessageActions } from './types.ts';

export function useMessageActions(): MessageActions {
  const session = useSession();
  return useMemo(() => {
    const { client } = session;
    const path = (message: { channelId: string; id: string }) => ({ channelId: message.channelId, messageId: message.id });
    return {
      edit: async (message, text) => {
        const edited = await client.api.call('editMessage', { params: path(message), body: { text, version: message.version } });
        client.update((state) => applyAnswer(state, edited));
      },
      remove: async (message) => {
        const deleted = await client.api.call('deleteMessage', { params: path(message) });
        client.update((state) => applyAnswer(state, deleted));
      },
      markUnread: async (message) => {
        const conversation = session.conversation(message.channelId);
        if (conversation.isOpen) conversation.held = true;
        await client.api.call('markUnread', { params: { id: message.channelId }, body: { messageId: message.id } });
      },
    };
  }, [session]);
}
