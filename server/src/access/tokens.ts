import { createHash } from 'node:crypto';
import type { Server } from '../server.ts';

/** A secret that is handed out once, and the hash of it that is stored instead. */
export interface Token {
  readonly token: string;
  readonly hash: Buffer;
}

/** 256 random bits: nothing to guess, so a plain sha256 is enough at rest. */
export function newToken(server: Pick<Server, 'random'>): Token {
  const token = server.random(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
