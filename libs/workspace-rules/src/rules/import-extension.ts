import { createRule } from '../create-rule.ts';
import { onImport } from '../import-visitor.ts';

export const importExtension = createRule({
  name: 'import-extension',
  meta: {
    type: 'problem',
    docs: { description: 'A relative import names the file that it means, as Node runs it.' },
    messages: { missing: '`{{source}}`: write the file with its extension, like `./send-message.ts`.' },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    return onImport(({ node, source }) => {
      if (!source.startsWith('.')) return;
      const named = /\.(ts|tsx|mts|mjs|json|css|svg|png|woff2|sql)(\?[a-z&=]+)?$/.test(source);
      // The stems of our kinds look like extensions (`message.entity`), so they are not taken for one.
      if (!named) context.report({ node, messageId: 'missing', data: { source } });
    });
  },
});
