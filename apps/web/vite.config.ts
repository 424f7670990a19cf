import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './build/service-worker-plugin.ts';

const api = process.env.PARVIS_API ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), serviceWorker()],
  server: {
    port: 5173,
    proxy: { '/api': api, '/socket.io': { target: api, ws: true } },
  },
  build: {
    target: 'es2023',
    sourcemap: false,
    // A font or picture inlined as data: would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'texts-en', test: /src\/i18n\/en\// },
            { name: 'texts-fr', test: /src\/i18n\/fr\// },
            // One file per screen instead of one per icon and component that two screens share.
            { name: 'framework', test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack)\// },
          ],
        },
      },
    },
  },
});
