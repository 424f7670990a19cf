import type { ColumnAlignment } from '@parvis/rich-text';
import type { Editor } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Command, EditorState, Transaction } from '@tiptap/pm/state';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, goToNextCell, isInTable, removeRow, selectedRect } from '@tiptap/pm/tables';

/** A line such as `| a | b |`, of which Enter makes a table. Not `||spoiler||`. */
const headerLine = /^\|(?!\|)(.*[^\\|])\|\s*$/u;

const run = (editor: Editor, command: Command): boolean => command(editor.state, editor.view.dispatch, editor.view);

export const tableCommands = {
  rowBefore: addRowBefore,
  rowAfter: addRowAfter,
  columnBefore: addColumnBefore,
  columnAfter: addColumnAfter,
  deleteRow: orTable(deleteRow, (rect) => rect.bottom - rect.top === rect.map.height),
  deleteColumn: orTable(deleteColumn, (rect) => rect.right - rect.left === rect.map.width),
  deleteTable,
} satisfies Record<string, Command>;

export type TableCommand = keyof typeof tableCommands;

export function runTableCommand(editor: Editor, name: TableCommand): void {
  run(editor, tableCommands[name]);
  editor.commands.focus();
}

// The last row or column takes the table with it.
function orTable(command: Command, isWhole: (rect: ReturnType<typeof selectedRect>) => boolean): Command {
  return (state, dispatch) => {
    if (!isInTable(state)) return false;
    return isWhole(selectedRect(state)) ? deleteTable(state, dispatch) : command(state, dispatch);
  };
}

/** Sets the alignment of the columns that are selected. */
export function alignColumns(editor: Editor, align: ColumnAlignment): void {
  const { state } = editor;
  if (!isInTable(state)) return;
  const { map, tableStart, left, right } = selectedRect(state);
  const { tr } = state;
  for (const cell of map.cellsInRect({ left, right, top: 0, bottom: map.height })) tr.setNodeAttribute(tableStart + cell, 'align', align);
  editor.view.dispatch(tr);
  editor.commands.focus();
}

function tableNode(schema: Schema, rows: readonly (readonly string[])[]): Node {
  const cell = (text: string) => schema.node('tableCell', null, schema.node('paragraph', null, text === '' ? [] : schema.text(text)));
  return schema.node('table', null, rows.map((cells) => schema.node('tableRow', null, cells.map(cell))));
}

/** A table of three columns where the cursor is, to be filled in from its header on. */
export function insertTable(editor: Editor): void {
  const { state } = editor;
  const { $from } = state.selection;
  const table = tableNode(state.schema, [['', '', ''], ['', '', ''], ['', '', '']]);
  const isEmptyLine = $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0;
  const from = isEmptyLine ? $from.before() : $from.after();
  if (!isInTable(state)) placeTable(editor, state.tr, table, from, isEmptyLine ? $from.after() : from, 0);
  editor.commands.focus();
}

function placeTable(editor: Editor, tr: Transaction, table: Node, from: number, to: number, cursorRow: number): void {
  const after = tr.doc.resolve(to).nodeAfter ? [] : [table.type.schema.node('paragraph')];
  tr.replaceWith(from, to, Fragment.from([table, ...after]));
  const rowStart = from + 1 + [...table.content.content].slice(0, cursorRow).reduce((size, row) => size + row.nodeSize, 0);
  tr.setSelection(TextSelection.near(tr.doc.resolve(rowStart + 1)));
  editor.view.dispatch(tr.scrollIntoView());
}

export function isTableStart(state: EditorState): boolean {
  const { $from, empty } = state.selection;
  const { parent } = $from;
  return empty && parent.type.name === 'paragraph' && !isInTable(state) && $from.parentOffset === parent.content.size && headerLine.test(parent.textContent);
}

/** Enter: goes down a row, adds one below the last, leaves by an empty one; makes a table of `| a | b |`. */
export function enterInTable(editor: Editor): boolean {
  const { state } = editor;
  if (!state.schema.nodes.table) return false;
  if (isTableStart(state)) {
    const { $from } = state.selection;
    const cells = (headerLine.exec($from.parent.textContent)?.[1] ?? '').split(/(?<!\\)\|/u).map((cell) => cell.trim().replaceAll('\\|', '|'));
    placeTable(editor, state.tr, tableNode(state.schema, [cells, cells.map(() => '')]), $from.before(), $from.after(), 1);
    return true;
  }
  if (!isInTable(state)) return false;
  const { map, table, tableStart, bottom, left } = selectedRect(state);
  if (bottom < map.height) return moveTo(editor, tableStart + map.positionAt(bottom, left, table));
  if (map.height > 2 && table.lastChild?.textContent === '' && isBare(table.lastChild)) {
    const { tr } = state;
    removeRow(tr, selectedRect(state), map.height - 1);
    return exitBelow(editor, tr);
  }
  run(editor, addRowAfter);
  const added = selectedRect(editor.state);
  return moveTo(editor, added.tableStart + added.map.positionAt(added.map.height - 1, 0, added.table));
}

/** Whether there is neither text nor a mention in a row. */
function isBare(row: Node): boolean {
  return row.content.content.every((cell) => cell.firstChild?.content.size === 0);
}

function moveTo(editor: Editor, cell: number): boolean {
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(cell + 1))).scrollIntoView());
  return true;
}

function exitBelow(editor: Editor, tr = editor.state.tr): boolean {
  const { tableStart, table } = selectedRect(editor.state);
  const after = tr.mapping.map(tableStart + table.nodeSize - 1);
  editor.view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(after), 1)).scrollIntoView());
  return true;
}

/** Arrow down in the last row goes on below the table. */
export function leaveTable(editor: Editor): boolean {
  const { state } = editor;
  if (!state.selection.empty || !isInTable(state) || selectedRect(state).bottom < selectedRect(state).map.height) return false;
  return editor.view.endOfTextblock('down') && exitBelow(editor);
}

/** Tab: the next cell, in a new row after the last. Before the first, Shift+Tab leaves the text. */
export function moveByCell(editor: Editor, direction: 1 | -1): boolean {
  if (!isInTable(editor.state)) return false;
  if (run(editor, goToNextCell(direction))) return true;
  if (direction === -1) return false;
  run(editor, addRowAfter);
  return run(editor, goToNextCell(1));
}
