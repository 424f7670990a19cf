import { applyAnswer } from '@parvis/client-sdk';
import type { Message } from '@parvis/contracts';
import { useMemo } from 'react';
import { useSession } from './session-context.ts';
import type { MessageActions } from './types.ts';

export function useMessageActions(): MessageActions {
  const session = useSession();
  return useMemo(() => {
    const { client } = session;
    const path = (message: { channelId: string; id: string }) => ({ channelId: message.channelId, messageId: message.id });
    const answered = (message: Message): void => {
      client.update((state) => applyAnswer(state, message));
    };
    return {
      setReaction: async (message, emoji, on) => {
        const operation = on ? 'addReaction' : 'removeReaction';
        answered(await client.api.call(operation, { params: { ...path(message), emoji } }));
      },
      setPinned: async (message, on) => answered(await client.api.call(on ? 'pinMessage' : 'unpinMessage', { params: path(message) })),
      tickTask: async (message, index, done) =>
        answered(await client.api.call('tickTask', { params: { ...path(message), index }, body: { done } })),
      edit: async (message, text) => {
        const edited = await client.api.call('editMessage', { params: path(message), body: { text, version: message.version } });
        client.update((state) => applyAnswer(state, edited));
      },
      remove: async (message) => {
        const deleted = await client.api.call('deleteMessage', { params: path(message) }, { keepalive: true });
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
