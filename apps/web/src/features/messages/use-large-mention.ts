import { extractMentions } from '@parvis/rich-text';
import { openDialog } from '../../app/dialogs.tsx';
import type { ChannelEntry } from '../../sync/index.ts';
import { useConversationTitle, useMayMentionAll } from '../channels/index.ts';
import { useGroups } from '../groups/index.ts';
import { largeMention } from './large-mention.ts';

/** Answers null when a text may be sent at once; else asks, and says whether to send it. */
export function useLargeMention({ channel }: ChannelEntry): (markdown: string) => Promise<boolean> | null {
  const title = useConversationTitle(channel);
  const known = useGroups();
  const mayMentionAll = useMayMentionAll(channel.id);
  return (markdown) => {
    const mentions = extractMentions(markdown);
    const groups = mentions.groupIds.flatMap((id) => known.get(id) ?? []);
    const mention = largeMention(mentions, groups, { memberCount: channel.memberCount, mayMentionAll });
    if (mention === null) return null;
    return new Promise((resolve) => openDialog('largeMention', { mention, title, onAnswer: resolve }));
  };
}
