/** A UUID of version 7 (RFC 9562): 48 bits of milliseconds, then random bits. */
export function timeOrderedId(now: Date, random: (byteCount: number) => Buffer): string {
  const bytes = Buffer.from(random(16));
  bytes.writeUIntBE(now.getTime(), 0, 6);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...parts, hex.slice(20)].join('-');
}
