import { parseMarkdown } from './parse-markdown.ts';
import type { RichTextRoot } from './nodes.ts';
import { walk } from './walk.ts';

export interface Mentions {
  /** Each once, in the order of the text. */
  userIds: string[];
  channelIds: string[];
  /** `@channel`: everybody in the conversation. */
  everyone: boolean;
}

/** Whom a message calls: the same mentions that readers will see, since it is the same tree. */
export function extractMentions(source: string | RichTextRoot): Mentions {
  const userIds = new Set<string>();
  const channelIds = new Set<string>();
  let everyone = false;
  walk(typeof source === 'string' ? parseMarkdown(source) : source, (node) => {
    if (node.type !== 'mention') return;
    if (node.kind === 'everyone') everyone = true;
    else (node.kind === 'user' ? userIds : channelIds).add(node.id);
  });
  return { userIds: [...userIds], channelIds: [...channelIds], everyone };
}
