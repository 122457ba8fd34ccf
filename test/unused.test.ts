/** What is written and serves nobody: words that no page says, classes that nothing wears. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const files = execFileSync(
  'git',
  ['ls-files', '-z', '-co', '--exclude-standard', 'designer', 'desk', 'engine'],
  { cwd: root },
)
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(join(root, file)));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const texts = new Map(
  files
    .filter((file) => /\.(tsx?|html)$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => [file, textOf(file)] as const),
);

interface Importer {
  readonly text: string;
  /** What it calls each thing that it takes; `default` is the whole. */
  readonly names: ReadonlyMap<string, string>;
}

function importersOf(imported: string): Importer[] {
  return [...texts].flatMap(([file, text]) => {
    const clauses = [...text.matchAll(/import ([^;]+?) from '(\.[^']+)';/g)]
      .filter(([, , from]) => normalize(join(dirname(file), from!)) === imported)
      .map(([, clause]) => clause!);
    const names = clauses.flatMap((clause) => [
      ...[...clause.matchAll(/^\w+/g)].map(([name]) => ['default', name] as const),
      ...[...clause.matchAll(/[{,]\s*(?:type )?(\w+)(?: as (\w+))?(?=\s*[,}])/g)].map(
        ([, name, alias]) => [name!, alias ?? name!] as const,
      ),
    ]);
    return clauses.length > 0 ? [{ text, names: new Map(names) }] : [];
  });
}

const PLACEHOLDER = /\$\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** Whether a name is written out somewhere, or made of what is: `people.${what}`. */
function spoken(code: string): (name: string) => boolean {
  const literals = new Set([...code.matchAll(/(['"`])([\w.:-]+)\1/g)].map(([, , one]) => one!));
  const made = [...code.matchAll(/`((?:[^`$]|\$\{(?:[^{}]|\{[^{}]*\})*\}|\$)*)`/g)]
    .flatMap(([, template]) => template!.split(/\s+(?![^{]*\})/))
    .map(patternOf)
    .filter((pattern) => /[a-z]{2}/.test(pattern))
    .map((pattern) => new RegExp(`^${pattern}$`));
  return (name) => literals.has(name) || made.some((pattern) => pattern.test(name));
}

/** A placeholder that chooses between two names stands for these, any other for anything. */
function patternOf(template: string): string {
  const choices = [...template.matchAll(PLACEHOLDER)].map(([, inner]) => {
    const named = /^[^?]+ \? '([\w-]+)' : '([\w-]+)'$/.exec(inner!);
    return named ? `(?:${named[1]}|${named[2]})` : '.+';
  });
  const fixed = template.replace(PLACEHOLDER, '\0').split('\0');
  return fixed.map((part, at) => escaped(part) + (choices[at] ?? '')).join('');
}

function escaped(text: string): string {
  return text.replace(/\W/g, '\\$&');
}

function leaves(value: object, isLeaf: (value: unknown) => boolean, path = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    isLeaf(inner) ? [`${path}${key}`] : leaves(inner, isLeaf, `${path}${key}.`),
  );
}

test('every text of the desk’s catalogues is said somewhere', () => {
  const desk = [...texts].filter(([file]) => file.startsWith('desk/')).map(([, text]) => text);
  const idle = files
    .filter((file) => /^desk\/src\/words\/it\/.+\.json$/.test(file))
    .flatMap((file) => {
      const area = file.split('/').at(-1)!.replace('.json', '');
      const reads = new RegExp(`useTranslation\\([^)]*'${area}'|['"\`]${area}:`);
      // Without an area of its own, a file names words for the pages that ask it.
      const isSpoken = spoken(
        desk.filter((text) => reads.test(text) || !text.includes('useTranslation(')).join('\n'),
      );
      return leaves(JSON.parse(textOf(file)), (value) => typeof value === 'string')
        .map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))
        .filter((key) => !isSpoken(key) && !isSpoken(`${area}:${key}`))
        .map((key) => `${file}: ${key}`);
    });
  expect([...new Set(idle)]).toEqual([]);
});

const isWords = (value: unknown) =>
  typeof value === 'object' && value !== null && 'it' in value && 'en' in value;

/** What an import is called in a file, with the part of it that each name stands for. */
function aliases(text: string, name: string): [alias: string, path: string][] {
  const taken = [...text.matchAll(new RegExp(`const \\{([^}]*)\\} = ${name};`, 'g'))];
  return [
    [name, ''],
    ...taken.flatMap(([, parts]) =>
      parts!.split(',').flatMap((part): [string, string][] => {
        const [key, alias] = part.split(':').map((one) => one.trim());
        return key ? [[alias ?? key, `${key}.`]] : [];
      }),
    ),
  ];
}

/**
 * The paths read of a catalogue. One that is read as a whole stands for all within, one that ends
 * in a bracket for what is named elsewhere.
 */
function pathsRead(text: string, name: string): string[] {
  const spelt = text
    .replace(/^import [^;]+;/gm, '')
    .replace(new RegExp(`const \\{[^}]*\\} = ${name};|typeof ${name}\\b`, 'g'), '')
    .replace(/([\w.]+)\[[^\]?]+\? '(\w+)' : '(\w+)'\]/g, '$1.$2, $1.$3');
  return aliases(text, name).flatMap(([alias, prefix]) => {
    const read = new RegExp(`(?<![\\w.'-])${alias}((?:\\??\\.\\w+)*)(?!\\w)(\\[?)`, 'g');
    return [...spelt.matchAll(read)].map(([, chain, bracket]) => {
      const path = prefix + chain!.replaceAll('?', '').slice(1);
      return path.replace(/\.$/, '') + bracket;
    });
  });
}

test('every text of the designer’s catalogues is said somewhere', async () => {
  const catalogues = files.filter((file) => /^designer\/src\/.*words\.ts$/.test(file));
  const names = new Set(
    [...texts]
      .filter(([file]) => !catalogues.includes(file))
      .flatMap(([, text]) => [...text.matchAll(/['"]([\w-]+)['"]|(\w+):/g)])
      .map(([, quoted, key]) => quoted ?? key!),
  );
  const idle: string[] = [];
  for (const file of catalogues) {
    const module: Record<string, unknown> = await import(join(root, file));
    for (const [name, catalogue] of Object.entries(module)) {
      if (typeof catalogue !== 'object' || catalogue === null) continue;
      const read = importersOf(file)
        .map(({ text, names: taken }) => [text, taken.get(name)] as const)
        .concat([[textOf(file).replace(`export const ${name}`, ''), name]])
        .flatMap(([text, alias]) => (alias === undefined ? [] : pathsRead(text, alias)))
        .map((path) => path.replace(/\.(it|en)$/, ''));
      idle.push(
        ...leaves(catalogue, isWords)
          .filter((path) => !read.some((one) => isWithin(path, one, names)))
          .map((path) => `${file}: ${name}.${path}`),
      );
    }
  }
  expect(idle).toEqual([]);
});

function isWithin(path: string, read: string, names: ReadonlySet<string>): boolean {
  const whole = read.replace('[', '');
  if (path === whole) return true;
  const prefix = whole && `${whole}.`;
  const isNamed = () => names.has(path.slice(prefix.length).split('.')[0]!);
  return path.startsWith(prefix) && (!read.endsWith('[') || isNamed());
}

/** The classes that a stylesheet gives a look. */
function classesOf(css: string): string[] {
  const selectors = css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/:global\([^)]*\)/g, '')
    .match(/[^{};]+(?=\{)/g);
  const found = (selectors ?? [])
    .filter((selector) => !selector.trim().startsWith('@'))
    .flatMap((selector) => selector.match(/\.[A-Za-z][\w-]*/g) ?? []);
  return [...new Set(found.map((one) => one.slice(1)))];
}

test('every class of a room’s stylesheet is worn in the room', () => {
  const idle = files
    .filter((file) => file.endsWith('.module.css'))
    .flatMap((file) => {
      const read = importersOf(file).flatMap(({ text, names }) =>
        pathsRead(text, names.get('default') ?? ''),
      );
      return classesOf(textOf(file))
        .filter((one) => !one.startsWith('mantine-') && !read.includes(one))
        .map((one) => `${file}: .${one}`);
    });
  expect(idle).toEqual([]);
});

test('every class that is the same everywhere is worn somewhere', () => {
  const code = [...texts.values()].join('\n');
  const words = new Set(code.match(/[\w-]+/g));
  const isMade = spoken(code);
  const idle = files
    .filter((file) => file.endsWith('.css') && !file.endsWith('.module.css'))
    .flatMap((file) =>
      classesOf(textOf(file))
        .filter((one) => !/^(mantine|react-flow)/.test(one) && !words.has(one) && !isMade(one))
        .map((one) => `${file}: .${one}`),
    );
  expect(idle).toEqual([]);
});
