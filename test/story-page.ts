/** The designer's story page, built and served for the browser tests that need no server. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { type Size, useScreens } from './screens.ts';

const root = join(import.meta.dirname, '..');

/** What the page is made of. */
const SOURCES = [
  'designer/src/**/*.{ts,tsx,css}',
  'engine/src/**/*.ts',
  'definitions/*/**/*.json',
  'desk/src/desk/theme/*',
  'test/story/*',
  'pnpm-lock.yaml',
];

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** The product's policy for what runs; the page's own styles are made without a nonce. */
const POLICY = "script-src 'self'; worker-src 'self'; connect-src 'self'; object-src 'none'";

export interface Story {
  /** Opens a pathway by its id, or `empty`. */
  readonly open: (pathway: string, size?: Size, language?: 'it' | 'en') => Promise<Page>;
}

/** Builds the page unless it was built from exactly these sources, and serves it to the tests. */
export function useStory(): Story {
  let server: Server;
  const office = { origin: '' };
  beforeAll(async () => {
    server = await serve(await builtStory());
    office.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server?.close());
  const screens = useScreens(office);
  return {
    open: (pathway, size, language = 'it') =>
      screens.open(`/?pathway=${pathway}&language=${language}`, size),
  };
}

/** The folder with the built page: one for each state of the sources, so once for a run. */
async function builtStory(): Promise<string> {
  const folder = join(tmpdir(), `percorso-story-${digest()}`);
  if (existsSync(folder)) return folder;
  const unfinished = await mkdtemp(join(tmpdir(), 'percorso-story-new-'));
  const before = process.env.NODE_ENV;
  // With the tests' NODE_ENV the page would be built with React's slow half.
  process.env.NODE_ENV = 'production';
  await build({
    configFile: join(root, 'test/story/vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    build: { outDir: unfinished, emptyOutDir: true, chunkSizeWarningLimit: 5_000 },
  }).finally(() => {
    process.env.NODE_ENV = before;
  });
  // Another run may have been faster: then its page is as good.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return folder;
}

function digest(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  for (const file of files) {
    if (!/\.test\.tsx?$/.test(file))
      hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 24);
}

function serve(folder: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(pathname === '/' ? '/index.html' : pathname);
    readFile(join(folder, path)).then(
      (content) => {
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
