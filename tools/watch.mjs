// The watch mode itself, run by the pinned Node: rolldown and Vite need a newer one than we start on.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { runsMediaHost } from './sfu-settings.mjs';
import { watchMediaHost } from './watch-media-host.mjs';
import { watchServer } from './watch-server.mjs';

const serverPort = process.env.PARVIS_PORT ?? '3000';
const webPort = Number(process.env.PARVIS_DEV_PORT ?? 5173);
const target = `http://127.0.0.1:${serverPort}`;
const webAddress = `http://localhost:${webPort}`;

const media = runsMediaHost() ? await watchMediaHost() : undefined;
const stopServer = watchServer({ ...media?.env, PARVIS_PORT: serverPort, PARVIS_PUBLIC_URL: process.env.PARVIS_PUBLIC_URL ?? webAddress });
const web = await createServer({
  root: fileURLToPath(new URL('../apps/web', import.meta.url)),
  server: {
    port: webPort,
    strictPort: true,
    proxy: { '/api': { target }, '/socket.io': { target, ws: true } },
  },
});
await web.listen();
console.log(`Web client with live reload: ${webAddress} (API at ${target})`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    media?.expectEnd();
    await Promise.all([web.close(), stopServer()]);
    await media?.stop();
    process.exit(0);
  });
}
