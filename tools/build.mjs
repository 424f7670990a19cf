// npm run build: everything that a server needs to run, without starting it.
import './require-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled();
if (!(await ensureBuilt('server', 'web'))) process.exit(1);
