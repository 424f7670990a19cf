import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../../sync/index.ts';
import { conversationTitle } from '../../channels/index.ts';
import { channelOf, type TreeNode } from './tree-nodes.ts';

/** What a row of the tree says. */
export function useNodeName(): (node: TreeNode) => string {
  const { t, i18n } = useTranslation('documents');
  const channels = useWorkspace((state) => state.channels);
  const users = useWorkspace((state) => state.users);
  const meId = useWorkspace((state) => state.me.id);
  return useCallback((node) => {
    switch (node.kind) {
      case 'root': return '';
      case 'note': return t(`list.note.${node.note}`);
      case 'document': return node.seen.document.title || t('untitled');
      case 'section': {
        const channelId = channelOf(node.section);
        if (channelId === undefined) return t(`list.section.${node.section as Exclude<typeof node.section, `channel:${string}`>}`);
        const channel = channels[channelId]?.channel;
        return channel ? conversationTitle(channel, meId, (id) => users[id]?.name, i18n.language) : '…';
      }
    }
  }, [t, i18n.language, channels, users, meId]);
}
