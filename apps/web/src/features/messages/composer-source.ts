import { formatMention, ROOM_WORDS } from '@parvis/rich-text';
import type { Editor, Extensions, JSONContent } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions/placeholder';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { MentionNode } from './composer-nodes.ts';

/*
 * The composer for those who write Markdown: every line of the source is a paragraph and nothing of it
 * is interpreted. A mention that was chosen from the list is shown by its name, since nobody reads ids.
 */

export function sourceExtensions(placeholder: () => string): Extensions {
  return [Document, Paragraph, Text, MentionNode, UndoRedo, Placeholder.configure({ placeholder, showOnlyWhenEditable: false })];
}

export function isSourceEditor(editor: Editor): boolean {
  return !editor.schema.nodes.codeBlock;
}

export function sourceDocument(markdown: string): JSONContent {
  return { type: 'doc', content: markdown.split(/\r\n?|\n/u).map((line) => ({ type: 'paragraph', content: line === '' ? [] : [{ type: 'text', text: line }] })) };
}

export function markdownFromSource(document: JSONContent): string {
  const lines = (document.content ?? []).map((line) => (line.content ?? []).map(sourceOf).join(''));
  return lines.join('\n').trimEnd().replace(/^(?:[ \t]*\n)+/u, '');
}

function sourceOf(node: JSONContent): string {
  if (node.type !== 'mention') return node.text ?? '';
  const { kind, id, label } = node.attrs ?? {};
  return kind === 'everyone' || kind === 'here' ? ROOM_WORDS[kind as 'everyone' | 'here'] : formatMention(kind, id, label);
}

/** Whether the cursor is between the fences of code, where Enter is a new line. */
export function isInFence(editor: Editor): boolean {
  const { $from } = editor.state.selection;
  let fence: string | null = null;
  for (let index = 0; index < $from.index(0); index += 1) {
    const marker = /^ {0,3}(`{3,}|~{3,}|\$\$[ \t]*$)/u.exec(editor.state.doc.child(index).textContent)?.[1]?.trim();
    if (marker === undefined) continue;
    if (fence === null) fence = marker;
    else if (marker.startsWith(fence)) fence = null;
  }
  return fence !== null;
}
