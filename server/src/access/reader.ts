import type { Language, Role } from '../contract/words.ts';

/** Who asks: a signed-in person, read anew with every request. Policies judge by this alone. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly organisation: { readonly id: string; readonly name: string } | null;
  readonly language: Language;
}

/** A session as the request brought it. The token itself is kept nowhere. */
export interface SignedIn {
  readonly reader: Reader;
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

export function hasRole(reader: Reader, ...roles: readonly Role[]): boolean {
  return roles.some((role) => reader.roles.includes(role));
}
