import type { Definition, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { blocksFromMdast } from './from-mdast.ts';
import { gfmCompiler } from './gfm-compiler.ts';
import { messageMath } from './math-syntax.ts';
import { splitRoomMentions } from './mention-syntax.ts';
import { messageCompiler } from './message-compiler.ts';
import type { BlockNode, InlineNode, RichTextRoot } from './nodes.ts';
import { isParseable } from './parse-guard.ts';
import { spoiler } from './spoiler-syntax.ts';

// Without its HTML constructs micromark leaves raw HTML as the text it is. Footnotes are left out:
// a message has no foot.
const syntax = [
  { disable: { null: ['htmlFlow', 'htmlText'] } },
  gfmAutolinkLiteral(),
  gfmStrikethrough({ singleTilde: false }),
  gfmTable(),
  gfmTaskListItem(),
  messageMath(),
  spoiler(),
];

/**
 * Parses a message's Markdown: GFM without footnotes, math, spoilers, callouts. Never throws and takes bounded time: a
 * source that would be too costly comes back as plain text, as does one that would show nothing.
 */
export function parseMarkdown(source: string): RichTextRoot {
  if (!isParseable(source)) return plainTextTree(source);
  const children = blocksOf(source);
  if (children.length === 0 && source.trim() !== '') return plainTextTree(source);
  return { type: 'root', children };
}

/**
 * The blocks of a source that `isParseable`.
 * @param onTask Called for each task that is shown, in the order of the text, with the place in the
 *   source of the mark between its brackets.
 */
export function blocksOf(source: string, onTask?: (markOffset: number) => void): BlockNode[] {
  const tree = fromMarkdown(source, { extensions: syntax, mdastExtensions: [gfmCompiler, messageCompiler] });
  return blocksFromMdast(tree.children, { source, definitions: definitionsOf(tree), onTask });
}

function definitionsOf(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  for (const node of tree.children) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  return definitions;
}

/** The source as it stands, its lines kept. */
function plainTextTree(source: string): RichTextRoot {
  const children = source
    .split(/\r\n|[\n\r]/u)
    .flatMap((line, index): InlineNode[] => [
      ...(index === 0 ? [] : [{ type: 'break' } as const]),
      ...(line === '' ? [] : splitRoomMentions(line)),
    ]);
  return { type: 'root', children: [{ type: 'paragraph', children }] };
}
