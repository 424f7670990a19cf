import { isSafeUrl } from '@parvis/rich-text';
import type { Editor } from '@tiptap/core';
import { Fragment, Node, Slice } from '@tiptap/pm/model';
import type { ResolvedPos } from '@tiptap/pm/model';
import { editorDocument } from './composer-document.ts';

/** Fenced code or a table, which plain lines would spoil. */
const isMarkdownBlock = /^(?:```|~~~)|^\s*\|?\s*:?-{2,}:?\s*\|[\s|:-]*$/mu;

/** Pasted text line by line; text with code blocks or tables in it is read as the Markdown it is. */
export function pastedText(text: string, $context: ResolvedPos, asPlainText: boolean): Slice {
  const { schema } = $context.doc.type;
  const clean = text.replace(/\r\n?/gu, '\n');
  if ($context.parent.type.spec.code) return new Slice(Fragment.from(clean === '' ? [] : schema.text(clean)), 0, 0);
  if (!asPlainText && isMarkdownBlock.test(clean)) return new Slice(Node.fromJSON(schema, editorDocument(clean)).content, 0, 0);
  const marks = $context.marks();
  const lines = clean.split('\n').map((line) => schema.node('paragraph', null, line === '' ? [] : schema.text(line, marks)));
  return new Slice(Fragment.from(lines), 1, 1);
}

/** An address pasted onto a selected text makes a link of it. */
export function linkSelection(editor: Editor, text: string): boolean {
  const url = text.trim();
  if (editor.state.selection.empty || editor.isActive('code') || editor.isActive('codeBlock') || !isSafeUrl(url)) return false;
  return editor.commands.setMark('link', { href: url });
}
