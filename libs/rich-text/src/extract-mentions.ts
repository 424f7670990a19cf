import { parseMarkdown } from './parse-markdown.ts';
import type { RichTextRoot } from './nodes.ts';
import { walk } from './walk.ts';

/** Ids are each there once, in the order of the text. */
export interface Mentions {
  userIds: string[];
  groupIds: string[];
  channelIds: string[];
  /** `@channel`: everybody in the conversation. */
  everyone: boolean;
  /** `@here`: those of them who are there now. */
  here: boolean;
}

/** Whom a message calls: the same mentions that readers will see, since it is the same tree. */
export function extractMentions(source: string | RichTextRoot): Mentions {
  const ids = { user: new Set<string>(), group: new Set<string>(), channel: new Set<string>() };
  const room = { everyone: false, here: false };
  walk(typeof source === 'string' ? parseMarkdown(source) : source, (node) => {
    if (node.type !== 'mention') return;
    if (node.kind === 'everyone' || node.kind === 'here') room[node.kind] = true;
    else ids[node.kind].add(node.id);
  });
  return { userIds: [...ids.user], groupIds: [...ids.group], channelIds: [...ids.channel], ...room };
}
