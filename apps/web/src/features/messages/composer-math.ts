import { Mark, markInputRule, Node, textblockTypeInputRule } from '@tiptap/core';

/** Math within a line, shown as its LaTeX: `$x$` typed makes it. */
export const MathMark = Mark.create({
  name: 'math',
  code: true,
  excludes: 'code',
  exitable: true,
  parseHTML() {
    return [{ tag: 'code[data-math]', priority: 60 }];
  },
  renderHTML() {
    return ['code', { 'data-math': '', spellcheck: 'false' }, 0];
  },
  addInputRules() {
    return [markInputRule({ find: /(?:^|[^\p{L}\p{N}_$\\])(\$([^\s$](?:[^$\n]*[^\s$\\])?)\$)$/u, type: this.type })];
  },
});

/** Math set apart: `$$` and Enter, or a space, makes it. */
export const MathBlock = Node.create({
  name: 'mathBlock',
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
  parseHTML() {
    return [{ tag: 'pre[data-math]', preserveWhitespace: 'full', priority: 60 }];
  },
  renderHTML() {
    return ['pre', { 'data-math': '', spellcheck: 'false' }, ['code', 0]];
  },
  addInputRules() {
    return [textblockTypeInputRule({ find: /^\$\$[\s\n]$/u, type: this.type })];
  },
  addKeyboardShortcuts() {
    return {
      Enter: () => {
        const { state } = this.editor;
        const { $from, empty } = state.selection;
        if (!empty) return false;
        if ($from.parent.type.name === 'paragraph' && $from.parent.textContent === '$$') {
          return this.editor.chain().deleteRange({ from: $from.start(), to: $from.end() }).setNode(this.name).run();
        }
        if ($from.parent.type !== this.type || $from.parentOffset < $from.parent.content.size || !$from.parent.textContent.endsWith('\n')) return false;
        // Enter on an empty last line leaves.
        return this.editor.chain().deleteRange({ from: $from.pos - 1, to: $from.pos }).exitCode().run();
      },
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        return empty && $from.parent.type === this.type && $from.parent.content.size === 0 && this.editor.commands.clearNodes();
      },
      ArrowDown: () => {
        const { $from, empty } = this.editor.state.selection;
        if (!empty || $from.parent.type !== this.type || $from.parent.textContent.slice($from.parentOffset).includes('\n')) return false;
        return $from.after() === this.editor.state.doc.content.size && this.editor.commands.exitCode();
      },
    };
  },
});
