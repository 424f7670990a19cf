import { root, testRule } from '../testing/rule-tester.ts';
import { guardedRoutes } from './guarded-routes.ts';

const filename = `${root}/apps/server/src/modules/messages/messages.controller.ts`;

testRule('guarded-routes', guardedRoutes, {
  valid: [
    {
      name: 'a bound method',
      code: `
        import { Controller, Inject } from '@nestjs/common';
        @Controller() class Messages { @Route('sendMessage') send() {} private parse() {} }
      `,
      filename,
    },
    { name: 'Route itself', code: `import { Get } from '@nestjs/common';`, filename: `${root}/apps/server/src/platform/http/route.decorator.ts` },
    {
      name: 'what Prometheus reads',
      code: `import { Controller, Get } from '@nestjs/common'; @Controller('metrics') class Metrics { @Get() read() {} }`,
      filename: `${root}/apps/server/src/platform/health/metrics.controller.ts`,
    },
    {
      name: 'health',
      code: `server.get('/api/health/live', answer);`,
      filename: `${root}/apps/server/src/platform/health/health.routes.ts`,
    },
    { name: 'a map', code: `rooms.get('/a'); rooms.delete(id);`, filename },
    { name: 'a server inside a spec', code: `server.get('/a', answer);`, filename: filename.replace('.ts', '.spec.ts') },
    { name: 'the same name from elsewhere', code: `import { Get } from './get.ts';`, filename },
  ],
  invalid: [
    {
      name: 'a raw decorator',
      code: `import { Controller, Get } from '@nestjs/common'; @Controller() class Messages { @Get(':id') read() {} }`,
      filename,
      errors: [{ messageId: 'raw', data: { name: 'Get' } }],
    },
    {
      name: 'a raw decorator under another name',
      code: `import { Post as Open } from '@nestjs/common';`,
      filename,
      errors: [{ messageId: 'raw', data: { name: 'Post' } }],
    },
    {
      name: 'a raw decorator through a namespace',
      code: `import * as nest from '@nestjs/common'; class Messages { @nest.Sse('x') read() {} }`,
      filename,
      errors: [{ messageId: 'raw', data: { name: 'Sse' } }],
    },
    {
      name: 'a route given to Fastify',
      code: `server.post('/api/v1/messages', answer); server.route({ url: '/a', method: 'GET', handler });`,
      filename,
      errors: [{ messageId: 'raw', data: { name: 'post' } }, { messageId: 'raw', data: { name: 'route' } }],
    },
    {
      name: 'a path on the controller',
      code: `@Controller('messages') class Messages {}`,
      filename,
      errors: [{ messageId: 'path' }],
    },
    {
      name: 'two operations on one method',
      code: `class Messages { @Route('a') @Route('b') read() {} }`,
      filename,
      errors: [{ messageId: 'twice' }],
    },
  ],
});
