import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { emojibase } from './build/emojibase-plugin.ts';
import { excalidraw } from './build/excalidraw-plugin.ts';
import { precompress } from './build/precompress-plugin.ts';
import { serviceWorker } from './build/service-worker-plugin.ts';

const api = process.env.PARVIS_API ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), emojibase(), excalidraw(), serviceWorker(), precompress()],
  server: {
    port: 5173,
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
  build: {
    target: 'es2023',
    sourcemap: false,
    // A font or picture inlined as data: would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    // The dictionaries of the password meter, which load when a password is chosen.
    chunkSizeWarningLimit: 2_500,
    rolldownOptions: {
      output: {
        // Few files instead of one per icon and component: each costs a round trip on a slow line.
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|zustand|@tanstack\/(react-router|router-core|history|store|react-store))\// },
            { name: 'query', test: /node_modules\/@tanstack\/(query-core|react-query)\// },
            { name: 'interface', test: /node_modules\/@mantine\/core\/esm\/(core|components\/(Box|UnstyledButton|ActionIcon|Button|Loader|Skeleton))\/|libs\/ui\/src\//, minShareCount: 2 },
            // Asked before one is signed in, too.
            { name: 'api', test: /apps\/web\/src\/(sync\/(api|remembered-user)\.ts|i18n\/set-up)|libs\/(contracts|client-sdk)\/src\/(create-api|api-problem|limits|protocol)/, minShareCount: 2 },
            // Small pieces of logic that most of the first screen shares: apart, each would be a file of a few hundred bytes.
            { name: 'shared', test: /apps\/web\/src\/(sync\/(?!documents\/)|features\/(channels|emoji|groups|messages|reactions|sidebar)\/(?!use-people-search|use-member-pages)[\w-]+\.ts$)|libs\/(permissions|client-sdk)\/src\//, minShareCount: 3 },
            { name: 'icons', test: /node_modules\/@tabler\/icons-react\//, minShareCount: 2 },
          ],
        },
      },
    },
  },
});
