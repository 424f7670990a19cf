import { createRule, locate } from '../create-rule.ts';

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function problemWith(path: string): 'kebab' | 'vague' | 'helpers' | 'base' | 'spec' | undefined {
  const parts = path.split('/');
  const file = parts.pop() ?? '';
  // A leading dot marks a tool's own file or folder, whose name is not ours to choose.
  const folders = parts.filter((part) => !part.startsWith('.'));
  const stems = file.replace(/^\./, '').split('.').slice(0, -1);
  if (folders.some((part) => part === '__tests__')) return 'spec';
  if (folders.some((part) => part === 'helpers' || part === 'utils')) return 'helpers';
  if (!folders.every((part) => kebab.test(part)) || !stems.every((stem) => kebab.test(stem))) return 'kebab';
  if (stems.includes('test')) return 'spec';
  if (/^(utils?|helpers?|misc)$/.test(stems[0] ?? '') || /-(utils?|helpers?)$/.test(stems[0] ?? '')) return 'vague';
  if (/^base-.*service$|^base\.service$/.test(stems.join('-'))) return 'base';
  if (path.startsWith('e2e/web/') && stems.at(-1) === 'spec') return 'spec';
  return undefined;
}

export const fileName = createRule({
  name: 'file-name',
  meta: {
    type: 'suggestion',
    docs: { description: 'Files are kebab-case and named for what they do.' },
    messages: {
      kebab: '`{{path}}`: names of files and folders are kebab-case.',
      vague: '`{{path}}`: name the file for what it does; a drawer for everything grows for ever.',
      helpers: '`{{path}}`: put the file beside the code that it serves, not in a drawer for everything.',
      base: '`{{path}}`: share behaviour by a function or a collaborator, not by a base service.',
      spec: '`{{path}}`: tests sit beside the code as `*.spec.ts`, browser tests in e2e/web are `*.e2e.ts`.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { path } = locate(context);
    return {
      Program(node) {
        const messageId = problemWith(path);
        if (messageId) context.report({ loc: node.loc.start, messageId, data: { path } });
      },
    };
  },
});
