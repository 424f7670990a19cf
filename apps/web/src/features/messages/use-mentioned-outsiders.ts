import { extractMentions } from '@parvis/rich-text';
import { useRef, useState } from 'react';
import { useWorkspace, useWorkspaceEvents } from '../../sync/index.ts';

interface MentionedOutsiders {
  /** People whom my last message named in vain; empty when there are none. */
  userIds: readonly string[];
  /** A text is on its way. */
  sent: (markdown: string) => void;
  dismiss: () => void;
}

/** Who isn't in the conversation: known once the server has said whom a message called. */
export function useMentionedOutsiders(channelId: string): MentionedOutsiders {
  const meId = useWorkspace((state) => state.me.id);
  const waiting = useRef(new Map<string, readonly string[]>());
  const [userIds, setUserIds] = useState<readonly string[]>([]);
  useWorkspaceEvents((event) => {
    if (event.type !== 'message.created') return;
    const { message } = event.payload;
    if (message.channelId !== channelId || message.authorId !== meId) return;
    const named = waiting.current.get(message.text);
    if (named === undefined) return;
    waiting.current.delete(message.text);
    setUserIds(named.filter((userId) => userId !== meId && !message.mentions.userIds.includes(userId)));
  });
  return {
    userIds,
    sent: (markdown) => {
      setUserIds([]);
      const named = extractMentions(markdown).userIds;
      if (named.length > 0) waiting.current.set(markdown, named);
    },
    dismiss: () => setUserIds([]),
  };
}
