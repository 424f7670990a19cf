import type { BlockContent, Blockquote, DefinitionContent, PhrasingContent } from 'mdast';
import type { CalloutKind } from './nodes.ts';

declare module 'mdast' {
  interface PhrasingContentMap {
    calloutMark: CalloutMark;
  }
  interface RootContentMap {
    calloutMark: CalloutMark;
  }
}

/** The line that makes a callout of a quote, on its way to Markdown. */
export interface CalloutMark {
  type: 'calloutMark';
  value: string;
}

const mark = /^\[!(note|tip|important|warning|caution)\](?:[ \t]+|\n|$)/iu;

interface Callout {
  kind: CalloutKind;
  children: (BlockContent | DefinitionContent)[];
}

/** What a quote is whose text begins with `[!NOTE]`, written so and not `\[!NOTE]`. */
export function readCallout(quote: Blockquote, source: string): Callout | null {
  const [paragraph, ...others] = quote.children;
  if (paragraph?.type !== 'paragraph') return null;
  const [head, ...rest] = paragraph.children;
  if (head?.type !== 'text' || source[head.position?.start.offset ?? -1] !== '[') return null;
  const match = mark.exec(head.value);
  if (!match?.[1]) return null;
  const kind = match[1].toLowerCase() as CalloutKind;
  const remaining: PhrasingContent[] = [{ ...head, value: head.value.slice(match[0].length) }, ...rest];
  const isEmpty = rest.length === 0 && remaining[0]?.type === 'text' && remaining[0].value === '';
  return { kind, children: isEmpty ? others : [{ ...paragraph, children: withoutBreak(remaining) }, ...others] };
}

// `[!NOTE]` and a hard break after it: the break belongs to the mark.
function withoutBreak(nodes: PhrasingContent[]): PhrasingContent[] {
  const [head, next, ...rest] = nodes;
  return head?.type === 'text' && head.value === '' && next ? (next.type === 'break' ? rest : [next, ...rest]) : nodes;
}

export function calloutMark(kind: CalloutKind): CalloutMark {
  return { type: 'calloutMark', value: `[!${kind.toUpperCase()}]` };
}
