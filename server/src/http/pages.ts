import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, Response, Router } from 'express';
import express from 'express';
import { answerNo } from './answer-no.ts';
import { no } from './problems.ts';

/** The public pages; everything under `/desk` is the workplace. */
const PUBLIC_PAGES = ['/', '/index.html', '/register', '/privacy', '/my-pathway'];
const NONCE_PLACE = '__CSP_NONCE__';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Serves what `vite build` made: two pages, and files whose names change with their content. */
export function pageRoutes(router: Router, directory: string): void {
  const page = (file: string, status: number) => (request: Request, response: Response) =>
    sendPage(request, response, join(directory, file), status);
  router.get(PUBLIC_PAGES, page('index.html', 200));
  router.get(['/desk', '/desk.html', '/desk/*splat'], page('desk.html', 200));
  router.use(
    express.static(directory, {
      index: false,
      redirect: false,
      dotfiles: 'ignore',
      setHeaders: (response, path) => {
        const isHashed = path.startsWith(join(directory, 'assets'));
        response.setHeader('Cache-Control', isHashed ? IMMUTABLE : 'public, max-age=3600');
      },
    }),
  );
  // A mistyped address shows people the site, which says so; programs get the problem as JSON.
  router.get('/*splat', (request, response, next) => {
    if (isFile(request.path) || request.accepts('json', 'html') !== 'html') next();
    else return page('index.html', 404)(request, response);
  });
}

const isFile = (path: string) => path.startsWith('/api/') || path.startsWith('/assets/');

/** Read anew each time: it is small, and each answer has its own nonce. */
async function sendPage(request: Request, response: Response, path: string, status: number) {
  const html = await readFile(path, 'utf8').catch(() => null);
  if (html === null) {
    answerNo(request, response, no('pages-missing'));
    return;
  }
  response
    .status(status)
    .set('Cache-Control', 'no-store')
    .type('html')
    .send(html.replaceAll(NONCE_PLACE, String(response.locals.nonce)));
}
