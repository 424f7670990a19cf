import { isSafeUrl, ROOM_WORDS } from '@parvis/rich-text';
import { Mark, mergeAttributes, Node } from '@tiptap/core';

/** A mention is one character wide and is deleted whole. */
export const MentionNode = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: false,
  addAttributes() {
    const fromData = (name: string) => ({
      default: null as string | null,
      parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`),
      renderHTML: (attributes: Record<string, string | null>) => ({ [`data-${name}`]: attributes[name] }),
    });
    return { kind: fromData('kind'), id: fromData('id'), label: fromData('label') };
  },
  parseHTML() {
    return [{ tag: 'span[data-mention]' }];
  },
  renderHTML({ node, HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes, { 'data-mention': '', spellcheck: 'false' }), mentionText(node.attrs)];
  },
  renderText({ node }) {
    return mentionText(node.attrs);
  },
});

function mentionText({ kind, label }: Record<string, string | null>): string {
  if (kind === 'everyone' || kind === 'here') return ROOM_WORDS[kind];
  return `${kind === 'channel' ? '#' : '@'}${label}`;
}

/** Pasted line breaks; in the composer itself a new line is a new paragraph. */
export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  parseHTML() {
    return [{ tag: 'br' }];
  },
  renderHTML() {
    return ['br'];
  },
  renderText() {
    return '\n';
  },
});

export const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  parseHTML() {
    return [{ tag: 'hr' }];
  },
  renderHTML() {
    return ['hr'];
  },
});

export const LinkMark = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return { href: { default: null } };
  },
  parseHTML() {
    return [{ tag: 'a[href]', getAttrs: (element) => isSafeUrl(element.getAttribute('href') ?? '') && null }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['a', mergeAttributes(HTMLAttributes, { rel: 'noopener noreferrer nofollow' }), 0];
  },
});
