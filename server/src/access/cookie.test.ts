import { describe, expect, it } from 'vitest';
import { requireSafeAddress, sessionCookie } from './cookie.ts';

const TOKEN = 'a'.repeat(43);

describe('the session cookie', () => {
  it('is a __Host- cookie under https, and a plain one on loopback', () => {
    expect(sessionCookie(true)).toMatchObject({
      name: '__Host-percorso',
      options: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
    });
    expect(sessionCookie(false)).toMatchObject({ name: 'percorso', options: { secure: false } });
  });

  it.each([
    [`percorso=${TOKEN}`, TOKEN],
    [`other=1; percorso=${TOKEN}; x=y`, TOKEN],
    [`xpercorso=${TOKEN}`, null],
    [`percorso=${TOKEN}=`, TOKEN],
    ['percorso=short', null],
    [`percorso="${TOKEN}"`, null],
    ['', null],
    [undefined, null],
  ])('is read from %o', (header, token) => {
    expect(sessionCookie(false).read(header)).toBe(token);
  });

  it.each([
    ['https://percorso.example.org', '0.0.0.0'],
    ['http://localhost:3000', '127.0.0.1'],
    ['http://[::1]:3000', '::1'],
    ['http://127.0.0.1:3000', 'localhost'],
  ])('is served at %s while listening on %s', (publicUrl, host) => {
    expect(() => requireSafeAddress({ publicUrl, host })).not.toThrow();
  });

  it.each([
    ['http://percorso.example.org', '127.0.0.1'],
    ['http://localhost:3000', '0.0.0.0'],
    ['http://192.168.1.5:3000', '192.168.1.5'],
    ['http://127.0.0.1.example.org', '127.0.0.1'],
  ])('is refused at %s while listening on %s, in one line', (publicUrl, host) => {
    expect(() => requireSafeAddress({ publicUrl, host })).toThrow(/in the clear.*https/);
  });
});
