import { root, testRule } from '../testing/rule-tester.ts';
import { moduleDoor } from './module-door.ts';

const server = `${root}/apps/server/src`;
const web = `${root}/apps/web/src`;

testRule('module-door', moduleDoor, {
  valid: [
    { name: 'through the door', code: `import '../messages/index.ts';`, filename: `${server}/modules/channels/channels.module.ts` },
    { name: 'inside the module', code: `import './message.entity.ts';`, filename: `${server}/modules/messages/send-message.ts` },
    { name: 'the app through the door', code: `import './modules/messages/index.ts';`, filename: `${server}/app.module.ts` },
    { name: 'down to the platform', code: `import '../../platform/streams/relay.ts';`, filename: `${server}/modules/messages/send-message.ts` },
    { name: 'the list of entities', code: `import '../../modules/messages/message.entity.ts';`, filename: `${server}/platform/database/entities.ts` },
    { name: 'a feature through the door', code: `await import('../features/messages/index.ts');`, filename: `${web}/app/router.tsx` },
    { name: 'a screen that loads when it is opened', code: `const page = () => import('../features/messages/conversation-page.tsx');`, filename: `${web}/app/screens.ts` },
    { name: 'fixtures of another module in a spec', code: `import '../auth/fixtures/mailbox.ts';`, filename: `${server}/modules/invitations/invitations.spec.ts` },
    { name: 'packages', code: `import 'features/messages/deep';`, filename: `${web}/app/router.tsx` },
    { name: 'elsewhere', code: `import '../modules/a/b.ts';`, filename: `${root}/libs/ui/src/features/a.ts` },
  ],
  invalid: [
    {
      name: 'past the door',
      code: `import { Message } from '../messages/message.entity.ts';`,
      filename: `${server}/modules/channels/archive-channel.ts`,
      errors: [{ messageId: 'door' }],
    },
    {
      name: 'the app past the door',
      code: `import './modules/messages/messages.module.ts';`,
      filename: `${server}/app.module.ts`,
      errors: [{ messageId: 'door' }],
    },
    {
      name: 'platform to a module, even by its door',
      code: `import '../../modules/messages/index.ts';`,
      filename: `${server}/platform/streams/relay.ts`,
      errors: [{ messageId: 'upward' }],
    },
    {
      name: 'the list of entities to something else',
      code: `import '../../modules/messages/send-message.ts';`,
      filename: `${server}/platform/database/entities.ts`,
      errors: [{ messageId: 'upward' }],
    },
    {
      name: 'a feature past the door, for a type',
      code: `import type { Draft } from '../messages/draft.ts';`,
      filename: `${web}/features/channels/channel-page.tsx`,
      errors: [{ messageId: 'door' }],
    },
    {
      name: 'fixtures in code that runs',
      code: `import '../auth/fixtures/mailbox.ts';`,
      filename: `${server}/modules/invitations/invite-people.ts`,
      errors: [{ messageId: 'door' }],
    },
    {
      name: 'a screen that loads at once',
      code: `import '../features/messages/conversation-page.tsx';`,
      filename: `${web}/app/screens.ts`,
      errors: [{ messageId: 'door' }],
    },
    {
      name: 'a feature past the door, later',
      code: `const list = () => import('../features/messages/message-list.tsx');`,
      filename: `${web}/app/router.tsx`,
      errors: [{ messageId: 'door' }],
    },
  ],
});
