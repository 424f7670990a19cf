import type { Document } from '@parvis/contracts';
import { useTranslation } from 'react-i18next';
import { useUser, useWorkspace } from '../../sync/index.ts';
import { useConversationTitle } from '../channels/index.ts';

const NOWHERE = { kind: 'direct', name: '', memberIds: [] } as const;

/** What a document's home is called: its conversation, "My documents", or whose it is. */
export function useHomeName({ channelId, ownerId }: Pick<Document, 'channelId' | 'ownerId'>): string {
  const { t } = useTranslation('documents');
  const channel = useWorkspace((state) => (channelId === null ? undefined : state.channels[channelId]?.channel));
  const meId = useWorkspace((state) => state.me.id);
  const title = useConversationTitle(channel ?? { ...NOWHERE, memberIds: [] });
  const owner = useUser(ownerId !== null && ownerId !== meId ? ownerId : undefined);
  if (channel) return title;
  if (channelId !== null) return t('list.section.shared');
  return ownerId === meId ? t('list.section.personal') : t('page.of', { name: owner?.name ?? t('page.somebody') });
}
