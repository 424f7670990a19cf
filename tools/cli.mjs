// npm run cli -- <command>: the admin's command line.
import './require-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { node } from './paths.mjs';
import { supervise } from './supervise.mjs';

await ensureInstalled();
if (!(await ensureBuilt('server'))) process.exit(1);
supervise(node, ['--enable-source-maps', 'apps/server/dist/cli.mjs', ...process.argv.slice(2)]);
