import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { isLoopback } from '../access/cookie.ts';
import { answerNo } from './answer-no.ts';
import { no } from './problems.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Headers of every answer. The nonce is new for each: the pages carry it, so that the style tags
 * that the component library makes at run time are allowed and nobody else's are.
 */
export function securityHeaders(isHttps: boolean): RequestHandler {
  return (_request, response, next) => {
    const nonce = randomBytes(16).toString('base64');
    response.locals.nonce = nonce;
    response.set({
      'Content-Security-Policy': contentPolicy(nonce, isHttps),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      ...(isHttps ? { 'Strict-Transport-Security': 'max-age=63072000' } : {}),
    });
    next();
  };
}

function contentPolicy(nonce: string, isHttps: boolean): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** Nothing of the API is kept by a browser or a proxy. */
export const neverStored: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};

/**
 * Without https only loopback is served, and only under loopback's names: a foreign site whose name
 * suddenly means this machine (DNS rebinding) would be of the same origin with us.
 */
export const loopbackNamesOnly: RequestHandler = (request, response, next) => {
  const host = URL.parse(`http://${request.headers.host}`)?.hostname ?? '';
  if (isLoopback(host)) next();
  else answerNo(request, response, no('cross-site'));
};

/** Refuses changes that a page of another site asks for with the reader's cookie. */
export function sameOriginOnly(publicOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (SAFE_METHODS.has(request.method) || isSameOrigin(request, publicOrigin)) next();
    else answerNo(request, response, no('cross-site'));
  };
}

/**
 * Browsers say where a request comes from by Sec-Fetch-Site, older ones by Origin. A client that
 * sends neither is no browser, and carries no cookie that somebody else could use.
 */
function isSameOrigin(request: Request, publicOrigin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  if (origin === undefined) return true;
  return origin === publicOrigin || origin === `${request.protocol}://${request.headers.host}`;
}
