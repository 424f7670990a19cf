import {
  IconBlockquote,
  IconBold,
  IconCode,
  IconItalic,
  IconLink,
  IconList,
  IconListNumbers,
  IconSourceCode,
  IconStrikethrough,
} from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import type { ComponentType } from 'react';

export interface Tool {
  /** Of the mark or node, as the editor calls it. */
  name: string;
  /** Its text's key. */
  label: string;
  keys: string;
  icon: ComponentType<{ size: number }>;
  /** Without it: asks where the link leads. */
  run?: (editor: Editor) => void;
}

export const toolGroups: readonly (readonly Tool[])[] = [
  [
    { name: 'bold', label: 'bold', keys: 'Ctrl+B', icon: IconBold, run: (editor) => editor.chain().focus().toggleBold().run() },
    { name: 'italic', label: 'italic', keys: 'Ctrl+I', icon: IconItalic, run: (editor) => editor.chain().focus().toggleItalic().run() },
    { name: 'strike', label: 'strike', keys: 'Ctrl+Shift+S', icon: IconStrikethrough, run: (editor) => editor.chain().focus().toggleStrike().run() },
    { name: 'link', label: 'link', keys: 'Ctrl+Shift+U', icon: IconLink },
  ],
  [
    { name: 'bulletList', label: 'bulletList', keys: 'Ctrl+Shift+8', icon: IconList, run: (editor) => editor.chain().focus().toggleBulletList().run() },
    { name: 'orderedList', label: 'orderedList', keys: 'Ctrl+Shift+7', icon: IconListNumbers, run: (editor) => editor.chain().focus().toggleOrderedList().run() },
    { name: 'blockquote', label: 'quote', keys: 'Ctrl+Shift+B', icon: IconBlockquote, run: (editor) => editor.chain().focus().toggleBlockquote().run() },
  ],
  [
    { name: 'code', label: 'code', keys: 'Ctrl+E', icon: IconCode, run: (editor) => editor.chain().focus().toggleCode().run() },
    { name: 'codeBlock', label: 'codeBlock', keys: 'Ctrl+Alt+C', icon: IconSourceCode, run: (editor) => editor.chain().focus().toggleCodeBlock().run() },
  ],
];
