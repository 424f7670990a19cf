// npm start: from a fresh clone to a running workspace.
import './require-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { node } from './paths.mjs';
import { supervise } from './supervise.mjs';

await ensureInstalled();
if (!(await ensureBuilt('server', 'web'))) process.exit(1);
supervise(node, ['--enable-source-maps', 'apps/server/dist/main.mjs', ...process.argv.slice(2)]);
