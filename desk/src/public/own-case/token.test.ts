import { describe, expect, it } from 'vitest';
import { tokenIn } from './token.ts';

const token = 'abcdefghijklmnopqrstuvwxyz-0123_4';

describe('the token of a signed link', () => {
  it.each([
    `#${token}`,
    `#token=${token}`,
    `https://mig-work.example/my-pathway#${token}`,
    `  ${token} `,
  ])('is found in %s', (link) => {
    expect(tokenIn(link)).toBe(token);
  });

  it.each(['', '#', 'https://mig-work.example/my-pathway', '#main', `#${token} e poi altro`])(
    'is not found in «%s»',
    (link) => {
      expect(tokenIn(link)).toBeUndefined();
    },
  );

  it('is not found where the escapes are broken', () => {
    expect(tokenIn(`#${token}%E0%A4%A`)).toBeUndefined();
  });
});
