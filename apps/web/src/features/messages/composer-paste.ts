import { isSafeUrl, MESSAGE_TEXT_LIMIT } from '@parvis/rich-text';
import type { Editor } from '@tiptap/core';
import { getSchema } from '@tiptap/core';
import { DOMParser as EditorParser, Fragment, Node, Slice } from '@tiptap/pm/model';
import type { Mark, ResolvedPos, Schema } from '@tiptap/pm/model';
import { editorDocument, markdownFromEditor } from './composer-document.ts';
import { composerExtensions } from './composer-extensions.ts';
import { cleanHtml } from '../rich-content/index.ts';
import { isSourceEditor } from './composer-source.ts';

/** Blocks that plain lines would spoil: fenced code and math, tables, tasks, callouts, lists of more than one item. */
const markdownBlocks: readonly RegExp[] = [
  /^(?:```|~~~|\$\$[ \t]*$)/mu,
  /^[ \t]{0,3}\|?[ \t]{0,8}:?-{2,}:?[ \t]{0,8}\|[ \t|:-]*$/mu,
  /^[ \t]{0,16}[-*+] \[[ xX]\] \S/mu,
  /^> \[!\w+\]/mu,
  /^[-*+] \S.*\n[ \t]{0,8}[-*+] \S/mu,
  /^1[.)] \S.*\n[ \t]{0,8}2[.)] \S/mu,
];

/** More than twice what a message can hold isn't taken in: the text box would only become slow. */
const PASTE_LIMIT = 2 * MESSAGE_TEXT_LIMIT;

/** More lines than this become one block of code, which is quick however long it is. */
const LINE_LIMIT = 1_000;

/** Pasted text line by line; text with blocks of Markdown in it is read as such, unless it is to be plain. */
export function pastedText(text: string, $context: ResolvedPos, asPlainText: boolean): Slice {
  const { schema } = $context.doc.type;
  const clean = text.slice(0, PASTE_LIMIT).replace(/\r\n?/gu, '\n');
  if ($context.parent.type.spec.code) return new Slice(Fragment.from(clean === '' ? [] : schema.text(clean)), 0, 0);
  const isRich = schema.nodes.codeBlock !== undefined;
  if ($context.parent.type.name === 'paragraph' && $context.depth > 1 && $context.node(-1).type.name === 'tableCell' && !clean.includes('\t')) {
    return new Slice(Fragment.from(schema.node('paragraph', null, inline(schema, clean.replace(/\n+/gu, ' ').trim()))), 1, 1);
  }
  const lines = clean.split('\n');
  if (isRich && lines.length > LINE_LIMIT) return new Slice(Fragment.from(schema.node('codeBlock', null, schema.text(clean))), 0, 0);
  if (isRich && !asPlainText && markdownBlocks.some((block) => block.test(clean))) return new Slice(Node.fromJSON(schema, editorDocument(clean)).content, 0, 0);
  const marks = $context.marks();
  const content = (line: string) => (isRich && !asPlainText && marks.length === 0 && inlineMarkdown.test(line) ? lineOfMarkdown(schema, line) : inline(schema, line, marks));
  return new Slice(Fragment.from(lines.map((line) => schema.node('paragraph', null, content(line)))), 1, 1);
}

/** A line of which the marks are meant, it seems; none with back-slashes or the like, which would be lost. */
const inlineMarkdown = /^(?![^\n]*[\\&]).*(?:\*\*|__|~~|`|\|\||\]\(|\$)\S/u;

function lineOfMarkdown(schema: Schema, line: string): readonly Node[] {
  const [only, ...others] = Node.fromJSON(schema, editorDocument(line)).content.content;
  return only?.type.name === 'paragraph' && others.length === 0 ? only.content.content : inline(schema, line);
}

function inline(schema: Schema, text: string, marks: readonly Mark[] = []): Node[] {
  return text === '' ? [] : [schema.text(text, marks)];
}

let richSchema: Schema | undefined;

/** HTML as the composer takes it: its structure without its looks. */
export function pastedHtml(html: string): string {
  // Copied from a composer: it is ours already.
  return /\sdata-pm-slice=/u.test(html) ? html : cleanHtml(html);
}

/** In the source editor, HTML becomes the Markdown that it would be in the other. */
export function pasteAsSource(editor: Editor, html: string): boolean {
  if (html === '' || !isSourceEditor(editor)) return false;
  richSchema ??= getSchema(composerExtensions(() => ''));
  const { body } = new DOMParser().parseFromString(pastedHtml(html), 'text/html');
  const markdown = markdownFromEditor(EditorParser.fromSchema(richSchema).parse(body).toJSON());
  const { state, view } = editor;
  view.dispatch(state.tr.replaceSelection(pastedText(markdown, state.selection.$from, true)).scrollIntoView());
  return true;
}

/** An address pasted onto a selected text makes a link of it. */
export function linkSelection(editor: Editor, text: string): boolean {
  const url = text.trim();
  if (isSourceEditor(editor) || editor.state.selection.empty || editor.isActive('code') || editor.isActive('codeBlock') || !isSafeUrl(url)) return false;
  return editor.commands.setMark('link', { href: url });
}
