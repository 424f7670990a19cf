import { createExtension } from '@blocknote/core';
import { Extension, InputRule } from '@tiptap/core';

/** As in messages: the dollars stand around something that neither begins nor ends with a space. */
const dollars = /(?:^|[^\p{L}\p{N}_$\\])(\$([^\s$](?:[^$\n]*[^\s$\\])?)\$)$/u;

/** `$x$` becomes math within the line. */
export const MathShortcutExtension = createExtension(() => ({
  key: 'mathShortcut',
  tiptapExtensions: [
    Extension.create({
      name: 'mathShortcut',
      addInputRules() {
        return [
          new InputRule({
            find: dollars,
            handler: ({ state, range, match }) => {
              const type = state.schema.nodes.inlineMath;
              const [whole, written = '', source = ''] = match;
              const { $from } = state.selection;
              if (!type || $from.parent.type.spec.code || !$from.parent.inlineContent) return null;
              const from = range.from + whole.length - written.length;
              state.tr.replaceWith(from, range.to, [type.create(null, state.schema.text(source)), state.schema.text(' ')]);
            },
          }),
        ];
      },
    }),
  ],
}));
