import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseSettings } from '../settings.ts';
import { createApp } from './app.ts';
import { useTestApi } from './testing.ts';

const directory = mkdtempSync(join(tmpdir(), 'percorso-pages-'));
mkdirSync(join(directory, 'assets'));
const html = (name: string) => `<meta name="csp-nonce" content="__CSP_NONCE__"><p>${name}</p>`;
writeFileSync(join(directory, 'index.html'), html('public'));
writeFileSync(join(directory, 'desk.html'), html('desk'));
writeFileSync(join(directory, 'assets', 'main-abc123.js'), `// ${'x'.repeat(5000)}`);
writeFileSync(join(directory, 'icon.svg'), '<svg/>');

afterAll(() => rmSync(directory, { recursive: true }));

const api = useTestApi({}, directory);
const get = (path: string, headers: Record<string, string> = { Accept: 'text/html' }) =>
  fetch(api.origin + path, { headers });

describe('the pages', () => {
  it.each([
    ['/', 'public'],
    ['/register', 'public'],
    ['/my-pathway', 'public'],
    ['/privacy', 'public'],
    ['/desk', 'desk'],
    ['/desk/cases/42', 'desk'],
    ['/desk.html', 'desk'],
  ])('%s is the %s page', async (path, name) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`<p>${name}</p>`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });

  it('carry a nonce of their own, which the policy of the same answer allows', async () => {
    const nonceOf = async () => {
      const response = await get('/');
      const nonce = /content="([^"]+)"/.exec(await response.text())?.[1];
      expect(response.headers.get('Content-Security-Policy')).toContain(`'nonce-${nonce}'`);
      return nonce;
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
  });

  it('say that an address is unknown: to people in the site, to programs as JSON', async () => {
    const page = await get('/sbagliato');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain('<p>public</p>');
    const problem = await get('/sbagliato', { Accept: 'application/json' });
    expect(await problem.json()).toMatchObject({ code: 'address-unknown' });
    for (const path of ['/assets/altro.js', '/api/altro', '/%ZZ']) {
      const response = await get(path);
      expect(await response.json(), path).toMatchObject({ code: 'address-unknown' });
    }
  });

  it('have files that are kept for ever when their name changes with their content', async () => {
    const asset = await get('/assets/main-abc123.js');
    expect(asset.headers.get('Cache-Control')).toContain('immutable');
    expect(asset.headers.get('Content-Encoding')).toMatch(/br|gzip/);
    const icon = await get('/icon.svg');
    expect(icon.headers.get('Cache-Control')).toBe('public, max-age=3600');
  });

  it.each(['/../package.json', '/assets/..%2f..%2fpackage.json', '/.env'])(
    'hold nothing from outside: %s',
    async (path) => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        request(api.origin, { path }, (response) => resolve(response.resume().statusCode))
          .on('error', reject)
          .end();
      });
      expect(status).toBeGreaterThanOrEqual(400);
    },
  );
});

describe('the headers', () => {
  it('forbid framing, foreign scripts and guessing of types', async () => {
    const { headers } = await get('/');
    const policy = headers.get('Content-Security-Policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe/);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('X-Powered-By')).toBeNull();
    expect(headers.get('Strict-Transport-Security')).toBeNull();
  });

  it('keep the API out of every store', async () => {
    const { headers } = await get('/api/openapi.json');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'https://altro.example.org' }, 403],
    [{ Origin: 'null' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 415],
    [{ Origin: 'http://127.0.0.1:3000' }, 415],
    [{}, 415],
  ])('let a change through only from the same site: %o', async (headers, status) => {
    const response = await fetch(`${api.origin}/api/session`, { method: 'POST', headers });
    expect(response.status).toBe(status);
  });

  it('are refused, with the whole app, where sessions would travel in the clear', () => {
    const settings = parseSettings({ PUBLIC_URL: 'http://percorso.example.org' });
    expect(() => createApp({ ...api.server, settings })).toThrow(/in the clear/);
  });
});

describe('health', () => {
  it('is told, and so is readiness', async () => {
    expect((await get('/healthz')).status).toBe(200);
    const ready = await get('/readyz');
    expect(await ready.json()).toEqual({ status: 'ready' });
  });
});
