import { fileName } from './rules/file-name.ts';
import { guardedRoutes } from './rules/guarded-routes.ts';
import { guardedSocket } from './rules/guarded-socket.ts';
import { importExtension } from './rules/import-extension.ts';
import { moduleBoundaries } from './rules/module-boundaries.ts';
import { moduleDoor } from './rules/module-door.ts';
import { noDirectEmit } from './rules/no-direct-emit.ts';
import { noEntityLeak } from './rules/no-entity-leak.ts';
import { noRawHtml } from './rules/no-raw-html.ts';

const rules = {
  'file-name': fileName,
  'guarded-routes': guardedRoutes,
  'guarded-socket': guardedSocket,
  'import-extension': importExtension,
  'module-boundaries': moduleBoundaries,
  'module-door': moduleDoor,
  'no-direct-emit': noDirectEmit,
  'no-entity-leak': noEntityLeak,
  'no-raw-html': noRawHtml,
};

/** Our ESLint plugin: what a review would say twice. */
export const workspaceRules = { meta: { name: '@parvis/workspace-rules' }, rules };

/** Every rule of ours as an error; each rule knows the folders that it is for. */
export const workspaceRuleLevels = Object.fromEntries(
  Object.keys(rules).map((name) => [`parvis/${name}`, 'error' as const]),
);
