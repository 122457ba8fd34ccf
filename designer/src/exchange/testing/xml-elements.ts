interface Read {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Read[];
  /** What it says itself, without its children. */
  text: string;
}

const TOKEN = /<\?[^?]*\?>|<\/([\w:.-]+)>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy;
const ATTRIBUTE = /([\w:.-]+)="([^"<]*)"/g;
const ENTITY = /&(amp|lt|gt|quot|#\d+);/;

/** Reads the XML that we write (elements, attributes and texts); throws where it is not well-formed. */
export function readXml(text: string): Read {
  const top: Read = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  let read = 0;
  for (const match of text.matchAll(TOKEN)) {
    read += match[0].length;
    const [, end, start, attributes = '', slash] = match;
    if (end && open.pop()!.name !== end) throw new Error(`</${end}> does not fit`);
    if (!/^</.test(match[0])) open.at(-1)!.text += unescaped(match[0].trim());
    if (!start) continue;
    const element = { name: start, attributes: attributesOf(attributes), children: [], text: '' };
    open.at(-1)!.children.push(element);
    if (!slash) open.push(element);
  }
  if (read !== text.length) throw new Error(`not well-formed: ${text.slice(read, read + 80)}`);
  if (open.length !== 1 || top.children.length !== 1) throw new Error('not one closed root');
  return top.children[0]!;
}

export function allElements(root: Read): readonly Read[] {
  return [root, ...root.children.flatMap(allElements)];
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(ATTRIBUTE)].map(([, key, value]) => [key!, unescaped(value!)]);
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`twice: ${text}`);
  return Object.fromEntries(pairs);
}

function unescaped(text: string): string {
  if (text.split(ENTITY).some((part, index) => index % 2 === 0 && part.includes('&'))) {
    throw new Error(`bare ampersand: ${text}`);
  }
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replaceAll(
    new RegExp(ENTITY, 'g'),
    (_all, name: string) => signs[name] ?? String.fromCodePoint(Number(name.slice(1))),
  );
}
