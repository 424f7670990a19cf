import { wrappingInputRule } from '@tiptap/core';
import type { Extensions } from '@tiptap/core';
import { Blockquote } from '@tiptap/extension-blockquote';
import { Bold } from '@tiptap/extension-bold';
import { Code } from '@tiptap/extension-code';
import { CodeBlock } from '@tiptap/extension-code-block';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Italic } from '@tiptap/extension-italic';
import { BulletList } from '@tiptap/extension-list/bullet-list';
import { ListKeymap } from '@tiptap/extension-list/keymap';
import { OrderedList } from '@tiptap/extension-list/ordered-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Strike } from '@tiptap/extension-strike';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { CalloutNode } from './composer-callout.ts';
import { CodeColours } from './composer-code-colours.ts';
import { MathBlock, MathMark } from './composer-math.ts';
import { HardBreak, HorizontalRule, LinkMark, MentionNode } from './composer-nodes.ts';
import { SpoilerMark } from './composer-spoiler.ts';
import { TableCell, TableNode, TableRow } from './composer-table.ts';
import { TaskableItem } from './composer-tasks.ts';

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
    Code.extend({ excludes: 'math' }),
    MathMark,
    SpoilerMark,
    Heading,
    Blockquote,
    CalloutNode,
    BulletList,
    NumberedList,
    TaskableItem,
    ListKeymap,
    CodeBlock,
    CodeColours,
    MathBlock,
    TableNode,
    TableRow,
    TableCell,
    MentionNode,
    HardBreak,
    HorizontalRule,
    UndoRedo,
    Placeholder.configure({ placeholder, showOnlyWhenEditable: false }),
  ];
}
