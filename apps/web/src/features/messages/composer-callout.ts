import { CALLOUT_KINDS } from '@parvis/rich-text';
import type { CalloutKind } from '@parvis/rich-text';
import { InputRule, mergeAttributes, Node } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { calloutClasses as classes } from '../rich-content/index.ts';

function isKind(value: unknown): value is CalloutKind {
  return CALLOUT_KINDS.some((kind) => kind === value);
}

/** A quote of which `[!NOTE] ` was typed at the beginning. */
export const CalloutNode = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes() {
    return {
      kind: {
        default: 'note' as CalloutKind,
        parseHTML: (element: HTMLElement) => (isKind(element.dataset.callout) ? element.dataset.callout : 'note'),
        renderHTML: ({ kind }: { kind: CalloutKind }) => ({ 'data-callout': kind }),
      },
    };
  },
  parseHTML() {
    return [{ tag: 'div[data-callout]' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['div', mergeAttributes(HTMLAttributes, { class: classes.callout }), 0];
  },
  addInputRules() {
    return [
      new InputRule({
        find: /^\[!(note|tip|important|warning|caution)\]\s$/iu,
        handler: ({ range, match, state }) => {
          const quote = state.doc.resolve(range.from);
          const isFirst = quote.depth > 1 && quote.index(quote.depth - 1) === 0;
          if (!isFirst || quote.node(quote.depth - 1).type.name !== 'blockquote') return null;
          const start = quote.before(quote.depth - 1);
          state.tr.delete(range.from, range.to).setNodeMarkup(start, this.type, { kind: match[1]?.toLowerCase() });
        },
      }),
    ];
  },
  addKeyboardShortcuts() {
    return {
      // At its very beginning: back to what it would be without its frame.
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        if (!empty || $from.parentOffset > 0 || $from.depth < 2 || $from.node(-1).type !== this.type || $from.index(-1) > 0) return false;
        return this.editor.commands.lift(this.name);
      },
    };
  },
});

export function toggleCallout(editor: Editor): void {
  if (editor.isActive('callout')) editor.chain().focus().lift('callout').run();
  else editor.chain().focus().wrapIn('callout').run();
}
