import type { ColumnAlignment } from '@parvis/rich-text';
import { Node } from '@tiptap/core';
import type { Node as PmNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { tableEditing } from '@tiptap/pm/tables';
import { enterInTable, leaveTable, moveByCell } from './composer-table-commands.ts';

/*
 * Tables as Markdown has them: the first row is the header, cells hold one line, none spans others.
 */

const span = { default: 1, rendered: false, parseHTML: () => 1 };

function alignmentOf(element: HTMLElement): ColumnAlignment {
  const side = element.style.textAlign || element.getAttribute('align');
  return side === 'left' || side === 'center' || side === 'right' ? side : null;
}

const tableRoles = new Map([['table', 'table'], ['tableRow', 'row'], ['tableCell', 'cell']]);

export const TableNode = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML() {
    return [{ tag: 'table' }];
  },
  renderHTML() {
    return ['table', ['tbody', 0]];
  },
  extendNodeSchema: ({ name }) => ({ tableRole: tableRoles.get(name) }),
  addProseMirrorPlugins() {
    return [tableEditing(), keepTablesWhole];
  },
  addKeyboardShortcuts() {
    return {
      Tab: () => moveByCell(this.editor, 1),
      'Shift-Tab': () => moveByCell(this.editor, -1),
      Enter: () => enterInTable(this.editor),
      ArrowDown: () => leaveTable(this.editor),
    };
  },
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: 'tableCell+',
  parseHTML() {
    return [{ tag: 'tr' }];
  },
  renderHTML() {
    return ['tr', 0];
  },
});

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph',
  isolating: true,
  addAttributes() {
    return {
      colspan: span,
      rowspan: span,
      colwidth: { default: null, rendered: false },
      align: {
        default: null as ColumnAlignment,
        parseHTML: alignmentOf,
        renderHTML: ({ align }: { align: ColumnAlignment }) => (align ? { 'data-align': align } : {}),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'td' }, { tag: 'th' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['td', HTMLAttributes, 0];
  },
});

const keepTablesWhole = new Plugin({
  appendTransaction(transactions, _before, { doc, tr, schema }) {
    if (!transactions.some(({ docChanged }) => docChanged)) return null;
    doc.descendants((node, position) => {
      if (node.type.name === 'table') alignRows(tr, node, position);
      return node.type.name !== 'table' && !node.isTextblock;
    });
    // A table can't be left downwards when nothing follows it.
    if (doc.lastChild?.type.name === 'table') tr.insert(doc.content.size, schema.node('paragraph'));
    return tr.docChanged ? tr : null;
  },
});

// Every cell is aligned as the header of its column is, a new one too.
function alignRows(tr: Transaction, table: PmNode, position: number): void {
  table.forEach((row, rowOffset, index) => {
    if (index === 0) return;
    row.forEach((cell, cellOffset, column) => {
      const align: unknown = table.firstChild?.maybeChild(column)?.attrs.align ?? null;
      if (cell.attrs.align !== align) tr.setNodeAttribute(position + rowOffset + cellOffset + 2, 'align', align);
    });
  });
}
