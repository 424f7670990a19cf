import { root, testRule } from '../testing/rule-tester.ts';
import { fileName } from './file-name.ts';

const accepted = [
  'apps/server/src/modules/messages/send-message.ts',
  'apps/server/src/modules/messages/message.entity.ts',
  'apps/server/src/modules/messages/send-message.spec.ts',
  'apps/server/src/platform/database/migrations/1764000000000-first-tables.ts',
  'apps/web/src/features/messages/message-list.tsx',
  'apps/web/src/vite-env.d.ts',
  'apps/web/vite.config.ts',
  'apps/server/src/modules/search/base-url.ts',
  'e2e/web/src/two-people-chat.e2e.ts',
  'tools/start.mjs',
];

const refused = [
  ['apps/web/src/features/messages/MessageList.tsx', 'kebab'],
  ['apps/web/src/features/messages/message_list.tsx', 'kebab'],
  ['apps/web/src/Features/messages.ts', 'kebab'],
  ['apps/web/src/features/messages/useDraft.spec.ts', 'kebab'],
  ['libs/ui/src/utils.ts', 'vague'],
  ['libs/ui/src/date-utils.ts', 'vague'],
  ['libs/ui/src/helpers.ts', 'vague'],
  ['libs/ui/src/helpers/date.ts', 'helpers'],
  ['libs/ui/src/utils/date.ts', 'helpers'],
  ['apps/server/src/platform/base-domain-service.ts', 'base'],
  ['apps/server/src/platform/base.service.ts', 'base'],
  ['libs/ui/src/button.test.tsx', 'spec'],
  ['libs/ui/src/__tests__/button.tsx', 'spec'],
  ['e2e/web/src/chat.spec.ts', 'spec'],
] as const;

testRule('file-name', fileName, {
  valid: accepted.map((path) => ({ name: path, code: '', filename: `${root}/${path}` })),
  invalid: refused.map(([path, messageId]) => ({
    name: path,
    code: '',
    filename: `${root}/${path}`,
    errors: [{ messageId }],
  })),
});
