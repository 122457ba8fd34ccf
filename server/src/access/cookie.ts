import type { CookieOptions } from 'express';
import { type Settings, SettingsError } from '../settings.ts';

export interface SessionCookie {
  readonly name: string;
  readonly options: CookieOptions;
  /** The session's token in a Cookie header, or null. */
  readonly read: (header: string | undefined) => string | null;
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** Under https a `__Host-` cookie; without it a plain one, which only loopback may use. */
export function sessionCookie(isHttps: boolean): SessionCookie {
  const name = isHttps ? '__Host-percorso' : 'percorso';
  return {
    name,
    options: { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' },
    read: (header) => {
      for (const pair of (header ?? '').split(';')) {
        const [key, value] = pair.trim().split('=', 2);
        if (key === name && value !== undefined && TOKEN.test(value)) return value;
      }
      return null;
    },
  };
}

/**
 * Refuses to serve sessions at addresses where passwords and cookies would travel in the clear.
 * The `publicUrl` is what people open, `host` what the server listens on.
 */
export function requireSafeAddress(settings: Pick<Settings, 'publicUrl' | 'host'>): void {
  const url = new URL(settings.publicUrl);
  if (url.protocol === 'https:') return;
  if (isLoopback(url.hostname) && isLoopback(settings.host)) return;
  throw new SettingsError(
    `Passwords would travel in the clear: PUBLIC_URL is ${url.origin} and HOST is ` +
      `${settings.host}. Put the server behind https and set PUBLIC_URL=https://…, or keep both ` +
      'on 127.0.0.1.',
  );
}

/** Does a host name or an address mean this machine only? */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
