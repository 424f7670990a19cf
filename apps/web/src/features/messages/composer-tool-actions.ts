import type { Editor } from '@tiptap/core';
import { toggleCallout } from './composer-callout.ts';
import { insertTable } from './composer-table-commands.ts';
import { isTask, toggleTask } from './composer-tasks.ts';
import type { ToolName } from './composer-tools.ts';

/** What each formatting button does. The link's is the form that asks where it leads. */
export const toolActions: Record<Exclude<ToolName, 'link'>, (editor: Editor) => void> = {
  bold: (editor) => editor.chain().focus().toggleBold().run(),
  italic: (editor) => editor.chain().focus().toggleItalic().run(),
  strike: (editor) => editor.chain().focus().toggleStrike().run(),
  bulletList: (editor) => editor.chain().focus().toggleBulletList().run(),
  orderedList: (editor) => editor.chain().focus().toggleOrderedList().run(),
  task: toggleTask,
  blockquote: (editor) => editor.chain().focus().toggleBlockquote().run(),
  callout: toggleCallout,
  code: (editor) => editor.chain().focus().toggleCode().run(),
  codeBlock: (editor) => editor.chain().focus().toggleCodeBlock().run(),
  math: (editor) => editor.chain().focus().toggleMark('math').run(),
  table: insertTable,
  spoiler: (editor) => editor.chain().focus().toggleMark('spoiler').run(),
};

export function isToolActive(editor: Editor, name: ToolName): boolean {
  if (name === 'task') return isTask(editor);
  if (name === 'bulletList') return editor.isActive(name) && !isTask(editor);
  return editor.isActive(name) || (name === 'math' && editor.isActive('mathBlock'));
}
