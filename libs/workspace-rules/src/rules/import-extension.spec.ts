import { root, testRule } from '../testing/rule-tester.ts';
import { importExtension } from './import-extension.ts';

const filename = `${root}/apps/server/src/main.ts`;

testRule('import-extension', importExtension, {
  valid: [
    `import './send-message.ts';`,
    `import sheet from './list.module.css?inline';`,
    `const panel = () => import('./panel.tsx');`,
    `import 'zod/mini';`,
  ].map((code) => ({ name: code, code, filename })),
  invalid: [
    `import './send-message';`,
    `import './message.entity';`,
    `import '..';`,
    `import './send-message.js';`,
    `export * from './messages';`,
    `type Shape = import('./shape').Shape;`,
  ].map((code) => ({ name: code, code, filename, errors: [{ messageId: 'missing' as const }] })),
});
