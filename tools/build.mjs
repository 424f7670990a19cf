// npm run build: everything that a server and a media host need to run, without starting them.
import './require-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';

await ensureInstalled();
if (!(await ensureBuilt('server', 'web', 'sfu'))) process.exit(1);
