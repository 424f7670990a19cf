import { createRule, locate } from '../create-rule.ts';
import { onImport } from '../import-visitor.ts';

const server = 'apps/server/';
const databaseLibraries = /^(typeorm|@nestjs\/typeorm)(\/|$)/;

export const noEntityLeak = createRule({
  name: 'no-entity-leak',
  meta: {
    type: 'problem',
    docs: { description: 'Entities and the library behind them stay inside the server.' },
    messages: {
      entity: 'An entity is a row of our database: other packages speak in the shapes of libs/contracts.',
      library: '`{{source}}` belongs to the server.',
      controller: 'A controller speaks in the shapes of libs/contracts, never in entities.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { path } = locate(context);
    return onImport(({ node, source, typeOnly }) => {
      const entity = /\.entity(\.ts)?$/.test(source);
      if (path.startsWith(server)) {
        if (entity && !typeOnly && path.endsWith('.controller.ts')) context.report({ node, messageId: 'controller' });
        return;
      }
      if (entity) context.report({ node, messageId: 'entity' });
      else if (databaseLibraries.test(source)) context.report({ node, messageId: 'library', data: { source } });
    });
  },
});
