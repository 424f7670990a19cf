import type { Message } from '@parvis/contracts';
import { messageExcerpt } from '@parvis/rich-text';
import i18next from 'i18next';
import { api, type WorkspaceState } from '../../sync/index.ts';
import { conversationTitle } from '../channels/index.ts';
import { avatarUrl } from '../users/index.ts';
import type { Reason } from './notification-for.ts';
import { onceAmongTabs } from './once-among-tabs.ts';
import { playChime } from './play-chime.ts';
import { mayNotify, showNotification } from './show-notification.ts';

const MOST_SHOWN = 160;

/** Shows a message on the desktop and rings, once however many tabs are open. */
export async function tellMessage(message: Message, reason: Reason, state: WorkspaceState, language: string, onOpen: () => void): Promise<void> {
  const author = state.users[message.authorId] ?? await api.call('listUsers', { query: { ids: message.authorId } }).then(({ users }) => users[0], () => undefined);
  await onceAmongTabs(message.id, () => {
    if (state.preferences.notificationSound) playChime();
    if (!mayNotify()) return;
    const name = author?.name ?? '';
    const { channel } = state.channels[message.channelId]!;
    const place = conversationTitle(channel, state.me.id, (id) => state.users[id]?.name, language);
    const text = messageExcerpt(message, MOST_SHOWN).replace(/\s+/gu, ' ');
    showNotification({
      title: channel.kind === 'direct' && reason === 'direct' ? name : i18next.t('notifications:inPlace', { name, place }),
      body: text || i18next.t(message.meeting ? 'notifications:meeting' : 'notifications:withoutText'),
      tag: message.id,
      icon: author && avatarUrl(author),
      onOpen,
    });
  });
}
