import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The designer alone in a page: to try a component, to test it, to measure it. */
export default defineConfig({
  root,
  plugins: [react()],
  server: { fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] } },
  worker: { format: 'es' },
  build: { outDir: `${root}dist`, emptyOutDir: true, assetsInlineLimit: 0 },
});
