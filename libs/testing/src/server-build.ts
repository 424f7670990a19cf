import path from 'node:path';
import { buildApp } from './build-app.ts';
import { root } from './paths.ts';

export const serverMain = path.join(root, 'apps/server/dist/main.mjs');
export const serverCli = path.join(root, 'apps/server/dist/cli.mjs');

export const ensureServerBuilt = (): Promise<void> => buildApp('server');
