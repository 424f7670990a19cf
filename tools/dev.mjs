// npm run dev: rebuilds and restarts on every change.
import './require-node.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { node } from './paths.mjs';
import { supervise } from './supervise.mjs';

await ensureInstalled();
supervise(node, ['tools/watch.mjs']);
