import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const entry = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The address of the API while developing; the server serves `dist` itself otherwise. */
const api = process.env.PERCORSO_API ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: entry('.'),
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Inlined assets would need `data:` in the content security policy.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { public: entry('index.html'), desk: entry('desk.html') } },
  },
  server: { proxy: { '/api': api } },
});
