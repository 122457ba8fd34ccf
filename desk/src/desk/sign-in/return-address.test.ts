import { describe, expect, it } from 'vitest';
import { returnAddress } from './return-address.ts';

describe('the address after the sign-in', () => {
  it.each(['/desk', '/desk/cases', '/desk/cases?status=all'])('keeps %s', (address) => {
    expect(returnAddress(`?return=${encodeURIComponent(address)}`)).toBe(address);
  });

  it.each(['', 'https://example.org', '//example.org', '/desk//example.org', '/desk/\\x', '/x'])(
    'is the start page instead of «%s»',
    (address) => {
      expect(returnAddress(`?return=${encodeURIComponent(address)}`)).toBe('/desk');
    },
  );
});
