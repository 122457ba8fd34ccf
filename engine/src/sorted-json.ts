/**
 * JSON without blanks, the keys of every object in the order of their UTF-16 code units (RFC 8785):
 * equal values give equal text, so that it can be hashed. Keys that are undefined are left out.
 */
export function sortedJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(sortedJson).join()}]`;
  let text = '';
  // Written for speed: every step of a case writes its state and its entry so.
  for (const key of Object.keys(value).sort()) {
    const part = (value as Readonly<Record<string, unknown>>)[key];
    if (part === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${sortedJson(part)}`;
  }
  return `{${text}}`;
}
