import type { Channel } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../sync/index.ts';
import { conversationTitle } from './conversation-title.ts';

/** What a conversation is called for me, now. */
export function useConversationTitle(channel: Pick<Channel, 'kind' | 'name' | 'memberIds'>): string {
  const { i18n } = useTranslation();
  return useWorkspace((state) => conversationTitle(channel, state.me.id, (id) => state.users[id]?.name, i18n.language));
}
