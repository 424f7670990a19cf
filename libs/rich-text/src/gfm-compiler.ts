import type { Nodes, Paragraph } from 'mdast';
import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';

/*
 * What mdast-util-gfm-* do for reading, without their writers: whoever only reads messages need not
 * download those. The tokens are those of micromark-extension-gfm-*.
 */
export const gfmCompiler: Extension = {
  canContainEols: ['delete'],
  enter: {
    strikethrough(token) {
      this.enter({ type: 'delete', children: [] }, token);
    },
    table(token) {
      const align = (token._align ?? []).map((side) => (side === 'none' ? null : side));
      this.enter({ type: 'table', align, children: [] }, token);
      this.data.inTable = true;
    },
    tableRow(token) {
      this.enter({ type: 'tableRow', children: [] }, token);
    },
    tableHeader: enterCell,
    tableData: enterCell,
    literalAutolink(token) {
      this.enter({ type: 'link', title: null, url: '', children: [] }, token);
    },
    literalAutolinkEmail: enterAddress,
    literalAutolinkHttp: enterAddress,
    literalAutolinkWww: enterAddress,
  },
  exit: {
    strikethrough: leave,
    table(token) {
      this.exit(token);
      this.data.inTable = undefined;
    },
    tableRow: leave,
    tableHeader: leave,
    tableData: leave,
    codeText: exitCodeText,
    taskListCheckValueChecked: exitCheck,
    taskListCheckValueUnchecked: exitCheck,
    paragraph: exitParagraph,
    literalAutolink: leave,
    literalAutolinkEmail(token) {
      this.config.exit.autolinkEmail?.call(this, token);
    },
    literalAutolinkHttp(token) {
      this.config.exit.autolinkProtocol?.call(this, token);
    },
    literalAutolinkWww(token) {
      this.config.exit.data?.call(this, token);
      const node = top(this);
      if (node?.type === 'link') node.url = `http://${this.sliceSerialize(token)}`;
    },
  },
};

function top(context: CompileContext, below = 0): Nodes | undefined {
  return context.stack.at(-1 - below) as Nodes | undefined;
}

function leave(this: CompileContext, token: Token): void {
  this.exit(token);
}

function enterCell(this: CompileContext, token: Token): void {
  this.enter({ type: 'tableCell', children: [] }, token);
}

function enterAddress(this: CompileContext, token: Token): void {
  this.config.enter.autolinkProtocol?.call(this, token);
}

// In a table a pipe in code is escaped too (GFM 4.10).
function exitCodeText(this: CompileContext, token: Token): void {
  const value = this.resume();
  const node = top(this);
  if (node?.type === 'inlineCode') node.value = this.data.inTable ? value.replaceAll('\\|', '|') : value;
  this.exit(token);
}

function exitCheck(this: CompileContext, token: Token): void {
  const item = top(this, 1);
  if (item?.type !== 'listItem') return;
  item.checked = token.type === 'taskListCheckValueChecked';
  item.data = { ...item.data, markOffset: token.start.offset };
}

function exitParagraph(this: CompileContext, token: Token): void {
  const item = top(this, 1);
  const node = top(this);
  if (item?.type === 'listItem' && typeof item.checked === 'boolean' && node?.type === 'paragraph') {
    const first = item.children.find((child): child is Paragraph => child.type === 'paragraph');
    if (first === node) dropSpaceAfterBox(node);
  }
  this.exit(token);
}

function dropSpaceAfterBox(paragraph: Paragraph): void {
  const [head] = paragraph.children;
  if (head?.type !== 'text') return;
  head.value = head.value.slice(1);
  if (head.value === '') paragraph.children.shift();
}
