import type { InlineNode, TargetMentionNode } from './nodes.ts';

const mentionUrl = /^mention:(user|channel|group)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu;

// A word of its own: not part of an address (`me@channel.org`), a handle (`@channel-ops`) or a path.
const room = /(?<![\p{L}\p{N}_@#/\\.+-])@(channel|here)(?![\p{L}\p{N}_@/-]|\.[\p{L}\p{N}])/gu;

export interface MentionTarget {
  kind: TargetMentionNode['kind'];
  id: string;
}

/** The words that call a whole conversation, and the kinds of mention that they are. */
export const ROOM_WORDS = { everyone: '@channel', here: '@here' } as const;

/** The target of a link such as `mention:user/<uuid>`, its id in lower case. */
export function parseMentionUrl(url: string): MentionTarget | null {
  const match = mentionUrl.exec(url);
  if (!match?.[1] || !match[2]) return null;
  return { kind: match[1].toLowerCase() as MentionTarget['kind'], id: match[2].toLowerCase() };
}

/** What stands before the name. */
export function mentionSign(kind: MentionTarget['kind']): '@' | '#' {
  return kind === 'channel' ? '#' : '@';
}

export function mentionNode({ kind, id }: MentionTarget, linkText: string): TargetMentionNode {
  return { type: 'mention', kind, id, label: linkText.startsWith(mentionSign(kind)) ? linkText.slice(1) : linkText };
}

/**
 * A mention as Markdown source. The label can be any text: what Markdown would read in it is
 * escaped, line breaks and control characters become spaces.
 */
export function formatMention(kind: MentionTarget['kind'], id: string, label: string): string {
  const oneLine = label.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const escaped = oneLine.replace(/[\\`*_{}[\]<>()#+\-.!|~&:@$]/gu, '\\$&');
  return `[${mentionSign(kind)}${escaped}](mention:${kind}/${id})`;
}

/** Cuts a text at its `@channel`s and `@here`s. */
export function splitRoomMentions(value: string): InlineNode[] {
  const nodes: InlineNode[] = [];
  let end = 0;
  for (const match of value.matchAll(room)) {
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) });
    nodes.push({ type: 'mention', kind: match[1] === 'here' ? 'here' : 'everyone' });
    end = match.index + match[0].length;
  }
  if (end < value.length || value === '') nodes.push({ type: 'text', value: value.slice(end) });
  return nodes;
}
