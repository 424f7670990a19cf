import type { Root } from 'mdast';
import type { Attention, Handle, Options } from 'mdast-util-to-markdown';
import type { CalloutMark } from './callout-syntax.ts';
import type { MdastMath } from './message-compiler.ts';

declare module 'mdast-util-to-markdown' {
  interface ConstructNameMap {
    spoiler: 'spoiler';
  }
}

const attention: Attention = () => ({ construct: 'spoiler', markers: ['|'], sizes: [2] });
const spoiler: Handle & { attention: Attention; peek: Handle } = Object.assign((() => '') as Handle, { attention, peek: (() => '|') as Handle });

const inlineMath: Handle & { peek: Handle } = Object.assign(((node: MdastMath) => `$${node.value}$`) as Handle, { peek: (() => '$') as Handle });

// A line of `$$` would end it early.
const math: Handle = (node: MdastMath) => `$$\n${node.value.replace(/^([ \t]*)\$\$([ \t]*)$/gmu, '$1$2')}\n$$`;

const calloutMark: Handle = (node: CalloutMark) => node.value;

/** Writers for what a message has beyond GFM. */
export function messageToMarkdown(tree: Root): Options {
  const isMathLikely = closesMath(tree);
  return {
    handlers: { spoiler, inlineMath, math, calloutMark } as Options['handlers'],
    unsafe: [
      { character: '|', after: '\\|', inConstruct: 'phrasing' },
      { character: '|', before: '\\|', inConstruct: 'phrasing' },
      { atBreak: true, character: '$', after: '\\$' },
      // Prices stay as they are, unless some other `$` could end what they seem to begin.
      ...(isMathLikely ? [{ character: '$', inConstruct: 'phrasing' as const }] : []),
    ],
  };
}

const closing = /\$(?![\p{L}\p{N}_])/u;
const notClosing = /\s\$/gu;

/** Whether the tree has a `$` that could close math, or math itself. */
function closesMath(node: unknown): boolean {
  const { type, value, url, children } = node as { type: string; value?: string; url?: string; children?: unknown[] };
  if (type === 'inlineMath') return true;
  if (children?.some(closesMath)) return true;
  if (type === 'link' && url?.includes('$')) return true;
  return type !== 'math' && type !== 'code' && value !== undefined && closing.test(value.replace(notClosing, ' '));
}
