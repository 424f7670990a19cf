// npm start: from a fresh clone to a running workspace.
import './require-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { node } from './paths.mjs';
import { runsMediaHost } from './sfu-settings.mjs';
import { startMediaHost } from './start-media-host.mjs';
import { supervise } from './supervise.mjs';

await ensureInstalled();
const withMedia = runsMediaHost();
if (!(await ensureBuilt('server', 'web', ...(withMedia ? ['sfu'] : [])))) process.exit(1);
const media = withMedia ? await startMediaHost() : undefined;
supervise(node, ['--enable-source-maps', 'apps/server/dist/main.mjs', ...process.argv.slice(2)], media?.env, { onSignal: media?.expectEnd, beforeEnd: media?.stop });
