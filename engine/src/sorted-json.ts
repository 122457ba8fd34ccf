/**
 * JSON without blanks, the keys of every object in the order of their UTF-16 code units (RFC 8785):
 * equal values give equal text, so that it can be hashed. Keys that are undefined are left out.
 */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) return sortedObject(value);
  return JSON.stringify(value) ?? 'null';
}

function sortedObject(value: object): string {
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${sortedJson(part)}`).join(',')}}`;
}
