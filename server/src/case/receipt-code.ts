/** Digits and letters that nobody mistakes for another: 29 of them. */
const ALPHABET = '23456789ACDEFGHJKMNPQRTUVWXYZ';

/** A receipt, `MIG-7K3M-2Q`: short enough to read out, random enough not to be guessed. */
export function receiptCode(random: (byteCount: number) => Buffer): string {
  const letters: string[] = [];
  while (letters.length < 6) {
    for (const byte of random(8)) {
      // Bytes beyond a multiple of the alphabet would make its first letters likelier.
      if (byte < ALPHABET.length * 8) letters.push(ALPHABET[byte % ALPHABET.length]!);
    }
  }
  return `MIG-${letters.slice(0, 4).join('')}-${letters.slice(4, 6).join('')}`;
}
