import type { InlineNode, TargetMentionNode } from './nodes.ts';

const mentionUrl = /^mention:(user|channel)\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu;

// A word of its own: not part of an address (`me@channel.org`), a handle (`@channel-ops`) or a path.
const everyone = /(?<![\p{L}\p{N}_@#/\\.+-])@channel(?![\p{L}\p{N}_@/-]|\.[\p{L}\p{N}])/gu;

export interface MentionTarget {
  kind: 'user' | 'channel';
  id: string;
}

/** The target of a link such as `mention:user/<uuid>`, its id in lower case. */
export function parseMentionUrl(url: string): MentionTarget | null {
  const match = mentionUrl.exec(url);
  if (!match?.[1] || !match[2]) return null;
  return { kind: match[1].toLowerCase() as MentionTarget['kind'], id: match[2].toLowerCase() };
}

export function mentionNode({ kind, id }: MentionTarget, linkText: string): TargetMentionNode {
  const sign = kind === 'user' ? '@' : '#';
  return { type: 'mention', kind, id, label: linkText.startsWith(sign) ? linkText.slice(1) : linkText };
}

/**
 * A mention as Markdown source. The label can be any text: what Markdown would read in it is
 * escaped, line breaks and control characters become spaces.
 */
export function formatMention(kind: MentionTarget['kind'], id: string, label: string): string {
  const oneLine = label.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const escaped = oneLine.replace(/[\\`*_{}[\]<>()#+\-.!|~&:@]/gu, '\\$&');
  return `[${kind === 'user' ? '@' : '#'}${escaped}](mention:${kind}/${id})`;
}

/** Cuts a text at its `@channel`s. */
export function splitEveryone(value: string): InlineNode[] {
  if (!value.includes('@channel')) return [{ type: 'text', value }];
  const nodes: InlineNode[] = [];
  let end = 0;
  for (const match of value.matchAll(everyone)) {
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) });
    nodes.push({ type: 'mention', kind: 'everyone' });
    end = match.index + match[0].length;
  }
  if (end < value.length) nodes.push({ type: 'text', value: value.slice(end) });
  return nodes;
}
