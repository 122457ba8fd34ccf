import { describe, expect, it } from 'vitest';
import { hashPassword, verifyPassword } from './passwords.ts';

describe('a password', () => {
  it('is hashed with argon2id, its parameters and a salt of its own', async () => {
    const [a, b] = await Promise.all([
      hashPassword('la mia password'),
      hashPassword('la mia password'),
    ]);
    expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(a).not.toBe(b);
  });

  it('is recognised, however its accents were typed, and another one is not', async () => {
    const stored = await hashPassword('perché-no-è-così');
    expect(await verifyPassword('perché-no-è-così'.normalize('NFD'), stored)).toBe(true);
    expect(await verifyPassword('perche-no-e-cosi', stored)).toBe(false);
    expect(await verifyPassword('perché-no-è-così', null)).toBe(false);
  });

  it('is turned away when too many are being checked, and the others are answered', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => verifyPassword('x', null)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(8);
    expect(answers.filter((answer) => answer === false)).toHaveLength(42);
    expect(await verifyPassword('x', null)).toBe(false);
  });

  it('whose hash has other parameters is a bug, not a wrong password', async () => {
    await expect(verifyPassword('x', '$argon2i$v=19$m=8,t=1,p=1$aaaa$bbbb')).rejects.toThrow();
  });
});
