import type { Channel } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useUsers, useWorkspace } from '../../sync/index.ts';
import { conversationTitle, counterparts } from './conversation-title.ts';

/** What a conversation is called for me, now; people whom this device doesn't know yet are looked up. */
export function useConversationTitle(channel: Pick<Channel, 'kind' | 'name' | 'memberIds'>): string {
  const { i18n } = useTranslation();
  const meId = useWorkspace((state) => state.me.id);
  const people = channel.name === null ? counterparts(channel, meId) : [];
  const users = useUsers(people);
  return conversationTitle(channel, meId, (id) => users[people.indexOf(id)]?.name, i18n.language);
}
