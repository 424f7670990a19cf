import { InputRule, wrappingInputRule } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListItem } from '@tiptap/extension-list/item';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { HardBreak, HorizontalRule, LinkMark, MarkdownBlock, MentionNode } from './composer-nodes.ts';

/** An item can be a task: `[ ] ` at its beginning makes it one. */
const TaskableItem = ListItem.extend({
  addAttributes() {
    return {
      checked: {
        default: null as boolean | null,
        parseHTML: (element: HTMLElement) => ({ true: true, false: false })[element.dataset.checked ?? ''] ?? null,
        renderHTML: ({ checked }: { checked: boolean | null }) => (checked === null ? {} : { 'data-checked': checked }),
      },
    };
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\[([ xX])\]\s$/u,
        handler: ({ range, match, chain }) => {
          if (!this.editor.isActive('listItem')) return null;
          chain().deleteRange(range).updateAttributes('listItem', { checked: match[1] !== ' ' }).run();
        },
      }),
    ];
  },
});

// Tiptap's own rule also takes "a. " and "I. " for lists, which Markdown doesn't.
const NumberedList = OrderedList.extend({
  addInputRules() {
    return [
      wrappingInputRule({
        find: /^(\d{1,9})[.)]\s$/u,
        type: this.type,
        getAttributes: (match) => ({ start: Number(match[1]) }),
      }),
    ];
  },
});

/** What a message can hold, and no more: each piece is downloaded with the first conversation. */
export function composerExtensions(placeholder: () => string): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    LinkMark,
    Bold,
    Italic,
    Strike,
    Code.extend({ excludes: '' }),
    Heading,
    Blockquote,
    BulletList,
    NumberedList,
    TaskableItem,
    ListKeymap,
    CodeBlock,
    MentionNode,
    HardBreak,
    HorizontalRule,
    MarkdownBlock,
    UndoRedo,
    Placeholder.configure({ placeholder, showOnlyWhenEditable: false }),
  ];
}
