import type { Break, Link, Root, Text } from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toString } from 'mdast-util-to-string';
import { defaultHandlers, toMarkdown } from 'mdast-util-to-markdown';
import type { ConstructName, Handle, Info } from 'mdast-util-to-markdown';
import { messageToMarkdown } from './markdown-writers.ts';
import type { RichTextRoot } from './nodes.ts';
import { isParseable } from './parse-guard.ts';
import { toMdast } from './to-mdast.ts';
import { toPlainText } from './to-plain-text.ts';

// Such an address is recognised without brackets around it, whole, whatever stands in it.
const plainAddress = /^(?:https?:\/\/|mailto:|www\.)[\w.+@-]*\w(?:[/?#:][\w./?=#%~:+,@&-]*)?$/u;
const plainAddressEnd = /[\w/=#-]$/u;

const text: Handle = (node: Text, _parent, state, info) =>
  // An underscore inside a word never means emphasis, so it needs no escape.
  state.safe(node.value, info).replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');

const link: Handle & { peek?: Handle } = (node: Link, parent, state, info) =>
  isBare(node, info) ? toString(node) : defaultHandlers.link(node, parent, state, info);
// What stands before is escaped as if brackets followed: here it isn't known yet whether they will.
link.peek = defaultHandlers.link.peek;

// A mere new line reads back as a break too, and is what people would write; but two of them would
// end the paragraph.
const lineBreak: Handle = (node: Break, parent, state, info) => {
  const written = defaultHandlers.break(node, parent, state, info);
  const siblings = parent?.children ?? [];
  const index = siblings.indexOf(node);
  const standsAlone = [siblings[index - 1], siblings[index + 1]].every((sibling) => sibling && sibling.type !== 'break');
  return written === '\\\n' && standsAlone ? '\n' : written;
};

function isBare(node: Link, info: Info): boolean {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== 'text') return false;
  if (!['', 'http://', 'mailto:'].some((scheme) => scheme + only.value === node.url)) return false;
  return /^\s?$/u.test(info.before) && /^\s?$/u.test(info.after) && plainAddress.test(node.url) && plainAddressEnd.test(node.url);
}

const notInConstruct: ConstructName[] = ['autolink', 'link', 'image', 'label'];

/**
 * Writes a tree as Markdown that parses to the same tree. What looks like Markdown in its texts is
 * escaped. A text that needs so much escaping that it couldn't be parsed again is written as it is:
 * the parser shows that as plain text too.
 */
export function serialiseMarkdown(root: RichTextRoot): string {
  const markdown = written(toMdast(root), { break: lineBreak });
  return isParseable(markdown) ? markdown : toPlainText(root, { revealSpoilers: true });
}

/** Writes an mdast tree, which may hold math and `calloutMark`s, as the Markdown of a file, in which only a hard break ends a line. */
export const writeMarkdown = (tree: Root): string => `${written(tree, {})}\n`;

function written(tree: Root, handlers: Record<string, Handle>): string {
  return toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    fences: true,
    listItemIndent: 'one',
    extensions: [
      gfmAutolinkLiteralToMarkdown(),
      gfmStrikethroughToMarkdown(),
      gfmTableToMarkdown({ tablePipeAlign: false }),
      gfmTaskListItemToMarkdown(),
      messageToMarkdown(tree),
    ],
    handlers: { text, link, ...handlers },
    // What begins like an address and is none must not be read as one.
    unsafe: [
      { character: '.', before: '[Ww]{3}', inConstruct: 'phrasing', notInConstruct },
      { character: ':', before: '[Hh][Tt][Tt][Pp][Ss]?', after: '/', inConstruct: 'phrasing', notInConstruct },
    ],
  }).replace(/\n$/u, '');
}
