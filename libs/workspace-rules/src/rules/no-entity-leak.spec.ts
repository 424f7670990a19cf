import { root, testRule } from '../testing/rule-tester.ts';
import { noEntityLeak } from './no-entity-leak.ts';

const server = `${root}/apps/server/src/modules/messages`;

testRule('no-entity-leak', noEntityLeak, {
  valid: [
    { name: 'inside the server', code: `import { Message } from './message.entity.ts'; import 'typeorm';`, filename: `${server}/send-message.ts` },
    { name: 'shapes of contracts', code: `import type { Message } from '@parvis/contracts';`, filename: `${root}/apps/web/src/features/messages/message-list.tsx` },
  ],
  invalid: [
    {
      name: 'an entity in a lib',
      code: `import type { Message } from '../../../apps/server/src/modules/messages/message.entity.ts';`,
      filename: `${root}/libs/testing/src/factories.ts`,
      errors: [{ messageId: 'entity' }],
    },
    {
      name: 'an entity in the web client',
      code: `export * from './message.entity';`,
      filename: `${root}/apps/web/src/features/messages/index.ts`,
      errors: [{ messageId: 'entity' }],
    },
    {
      name: 'typeorm in contracts',
      code: `import { Column } from 'typeorm';`,
      filename: `${root}/libs/contracts/src/message.ts`,
      errors: [{ messageId: 'library' }],
    },
    {
      name: 'an entity in a controller',
      code: `import { Message } from './message.entity.ts';`,
      filename: `${server}/messages.controller.ts`,
      errors: [{ messageId: 'controller' }],
    },
  ],
});
