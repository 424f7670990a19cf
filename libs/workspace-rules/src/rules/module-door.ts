import { createRule, locate } from '../create-rule.ts';
import { onImport, resolveRelative } from '../import-visitor.ts';
import { isDevelopmentFile } from '../workspace/file-kind.ts';

/** Folders whose children are modules with one door each, and the layer below them that never looks up. */
const areas = [
  { modules: 'apps/server/src/modules/', below: 'apps/server/src/platform/' },
  { modules: 'apps/web/src/features/', below: undefined },
] as const;

/** TypeORM needs every entity class in one list; it reads them past the doors. */
const entityList = 'apps/server/src/platform/database/entities.ts';

/** The lists of screens that load when they are opened: by the door, each would load its whole feature. */
const screenLists = ['apps/web/src/app/screens.ts', 'apps/web/src/app/preload-place.ts'];

function moduleAt(folder: string, path: string): { name: string; rest: string } | undefined {
  if (!path.startsWith(folder)) return undefined;
  const [name = '', ...rest] = path.slice(folder.length).split('/');
  return { name, rest: rest.join('/') };
}

export const moduleDoor = createRule({
  name: 'module-door',
  meta: {
    type: 'problem',
    docs: { description: 'A module inside an app is entered through its index.ts only.' },
    messages: {
      door: 'Import `{{name}}` through its index.ts, not `{{rest}}`.',
      upward: '`platform/` serves the modules and does not know them: turn this dependency round.',
    },
    schema: [],
  },
  defaultOptions: [],
  create(context) {
    const { path } = locate(context);
    const area = areas.find(({ modules }) => path.startsWith(`${modules.split('/').slice(0, 3).join('/')}/`));
    if (!area) return {};
    const own = moduleAt(area.modules, path)?.name;
    return onImport(({ node, source, dynamic }) => {
      const target = resolveRelative(path, source);
      const entered = target === undefined ? undefined : moduleAt(area.modules, target);
      if (!entered || entered.name === own) return;
      if (area.below && path.startsWith(area.below)) {
        const listed = path === entityList && entered.rest.endsWith('.entity.ts');
        if (!listed) context.report({ node, messageId: 'upward' });
        return;
      }
      if (dynamic && screenLists.includes(path)) return;
      if (isDevelopmentFile(path) && entered.rest.startsWith('fixtures/')) return;
      if (entered.rest !== 'index.ts') context.report({ node, messageId: 'door', data: entered });
    });
  },
});
