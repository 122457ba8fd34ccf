/** The rules of the house that no linter knows: who may import whom, what is where, how long. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
/** It names what others may not. */
const OWN_FILE = 'test/house-rules.test.ts';

/** Every file of ours: kept by git, or about to be. */
const files = execFileSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((file) => file && existsSync(join(root, file)));
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
/** Tests, and what only tests use: `testing.ts`, `testing-….ts`, folders named `testing`. */
const isTest = (file: string) => /\.(test|fixture)\.tsx?$|(^|\/)testing(\/|[^/]*\.ts$)/.test(file);
const isGenerated = (file: string) => file.includes('/generated/');

const texts = new Map<string, string>();
function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, file), 'utf8');
  texts.set(file, text);
  return text;
}

/** What comes out of a rule: `file: what is wrong`. An empty list is what we want. */
function broken(among: readonly string[], fault: (file: string) => string | false | undefined) {
  return among.flatMap((file) => {
    const found = fault(file);
    return found ? [`${file}: ${found}`] : [];
  });
}

interface Import {
  readonly from: string;
  readonly isTypeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]/g;

function importsOf(file: string): Import[] {
  const text = textOf(file);
  const written = [...text.matchAll(IMPORT)].map((match) => ({
    from: match[2]!,
    isTypeOnly: match[1] !== undefined,
  }));
  const late = [...text.matchAll(DYNAMIC)].map((match) => ({ from: match[1]!, isTypeOnly: false }));
  return [...written, ...late];
}

const PACKAGES = ['engine', 'designer', 'desk', 'server', 'definitions', 'test', 'bench'];
const packageOf = (file: string) => PACKAGES.find((name) => file.startsWith(`${name}/`));

/** The package that an import reaches, if it is another one of ours. */
function reached(file: string, { from }: Import): string | undefined {
  if (from.startsWith('@percorso/')) return from.split('/')[1];
  if (!from.startsWith('.')) return undefined;
  const target = packageOf(normalize(join(dirname(file), from)));
  return target === packageOf(file) ? undefined : target;
}

describe('arrows between packages point one way', () => {
  const MAY: Readonly<Record<string, readonly string[]>> = {
    definitions: [],
    engine: [],
    designer: ['engine'],
    server: ['engine', 'definitions'],
    desk: ['designer', 'engine', 'server'],
    test: PACKAGES,
    bench: PACKAGES,
  };

  test('each package imports only what it may', () => {
    const faults = broken(sources, (file) => {
      const may = MAY[packageOf(file) ?? ''];
      return importsOf(file)
        .map((one) => reached(file, one))
        .find((name) => name && may && !may.includes(name));
    });
    expect(faults).toEqual([]);
  });

  test('a package is entered by its door', () => {
    const doors =
      /^@percorso\/(server\/contract|designer\/(editor|exchange|map|pictures)|definitions\/.+|[a-z]+)$/;
    const inside = sources.filter((file) =>
      ['engine', 'designer', 'desk', 'server'].includes(packageOf(file) ?? ''),
    );
    const faults = broken(inside, (file) =>
      importsOf(file)
        .filter((one) => reached(file, one) && !doors.test(one.from))
        .map((one) => one.from)
        .find((from) => !isTest(file) || from.startsWith('@percorso/')),
    );
    expect(faults).toEqual([]);
  });

  test('the desk takes only types from the server, and only from its contract', () => {
    const desk = sources.filter((file) => file.startsWith('desk/') && !isTest(file));
    const faults = broken(
      desk,
      (file) =>
        importsOf(file)
          .filter((one) => one.from.startsWith('@percorso/server'))
          .find((one) => !one.isTypeOnly || one.from !== '@percorso/server/contract')?.from,
    );
    expect(faults).toEqual([]);
  });
});

describe('the engine is pure', () => {
  const engine = sources.filter((file) => file.startsWith('engine/src/') && !isTest(file));

  test('it imports nothing but XState and Temporal', () => {
    const allowed = /^(\.{1,2}\/|xstate(\/|$)|temporal-polyfill(\/|$))/;
    const faults = broken(
      engine,
      (file) => importsOf(file).find((one) => !allowed.test(one.from))?.from,
    );
    expect(faults).toEqual([]);
  });

  test('it has no clock, chance, ids, timers, network, process or code from data', () => {
    const impure =
      /\b(Date\.now|new Date\(\)|Date\(\)|Math\.random|crypto\b|process\.|globalThis|fetch\(|setTimeout|setInterval|setImmediate|queueMicrotask|performance\.|Temporal\.Now|eval\(|new Function|new RegExp|console\.)/;
    const faults = broken(
      engine.filter((file) => !isGenerated(file)),
      (file) => impure.exec(withoutComments(textOf(file)))?.[0],
    );
    expect(faults).toEqual([]);
  });

  test('only the machine and its direct neighbours know XState', () => {
    const machines = engine.filter((file) => /^engine\/src\/machine[^/]*\.ts$/.test(file));
    const targets = (file: string) =>
      importsOf(file).map((one) => normalize(join(dirname(file), one.from)));
    const isNeighbour = (file: string) =>
      machines.includes(file) ||
      targets(file).some((target) => machines.includes(target)) ||
      machines.some((machine) => targets(machine).includes(file));
    const faults = broken(sources, (file) => {
      const knows = importsOf(file).some((one) => /^(xstate|@xstate\/)/.test(one.from));
      const mayCompare = isTest(file) || /^(test|bench)\//.test(file);
      // What a click means in the designer is a machine too; it says nothing of a pathway.
      const isInteraction = /^designer\/src\/editor\/(interaction-machine|EditorProvider)\./.test(
        file,
      );
      return knows && !isNeighbour(file) && !mayCompare && !isInteraction && 'imports xstate';
    });
    expect(faults).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('files are easy to read', () => {
  const written = sources.filter((file) => !isGenerated(file));
  const linesOf = (file: string) => textOf(file).split('\n');

  test('none is longer than 300 lines, but tests', () => {
    const long = written.filter((file) => !isTest(file) && !file.startsWith('test/'));
    const faults = broken(long, (file) => {
      const count = linesOf(file).length - 1;
      return count > 300 && `${count} lines`;
    });
    expect(faults).toEqual([]);
  });

  test('no line is longer than 100 columns, but for one long text or pattern', () => {
    const faults = broken(written, (file) => {
      const index = linesOf(file).findIndex((line) => line.length > 100 && !isOneText(line));
      return index >= 0 && `line ${index + 1}`;
    });
    expect(faults).toEqual([]);
  });

  test('no folder has a name that says nothing', () => {
    const empty = /(^|\/)(utils?|common|helpers?|services?|managers?|types?|models?|misc|lib)\//;
    expect(broken(files, (file) => !file.startsWith('test/') && empty.exec(file)?.[0])).toEqual([]);
  });

  test('doors list their exports by hand', () => {
    const others = sources.filter((file) => !file.startsWith('server/src/contract/'));
    expect(broken(others, (file) => /^export \* /m.exec(textOf(file))?.[0])).toEqual([]);
  });

  test('exports have names', () => {
    const configured = /(\.config\.ts|testing-setup\.ts|set-up\.ts)$/;
    const others = sources.filter((file) => !configured.test(file));
    expect(broken(others, (file) => /^export default/m.exec(textOf(file))?.[0])).toEqual([]);
  });

  test('nothing is left for later, and no test is left out', () => {
    const others = sources.filter((file) => file !== OWN_FILE);
    const later = /\b(TODO|FIXME|XXX)\b/;
    const focused = /\b(test|it|describe)\.(only|skip)\b/;
    const faults = broken(others, (file) => {
      const text = textOf(file);
      return later.exec(text)?.[0] ?? focused.exec(text)?.[0];
    });
    expect(faults).toEqual([]);
  });
});

/** A long string or pattern can't always be broken; nothing else may make a line long. */
function isOneText(line: string): boolean {
  return /(['"`/]).{60,}\1/.test(line);
}

test('no file says where it was written or fetched from', () => {
  const text = files.filter((file) =>
    ['.ts', '.tsx', '.mjs', '.json', '.md', '.yaml', '.css', '.html', '.sql', ''].includes(
      extname(file),
    ),
  );
  const place =
    /(\/(home|Users|root|work)\/[A-Za-z]|registry\.[a-z]+\.|npmmirror|\/tmp\/[a-z]|C:\\\\)/;
  const faults = broken(text, (file) =>
    file.startsWith('docs/sources/') || file === OWN_FILE
      ? undefined
      : place.exec(textOf(file))?.[0],
  );
  expect(faults).toEqual([]);
});

describe('the interface speaks two languages', () => {
  const catalogues = files.filter((file) => /^desk\/src\/words\/it\/.+\.json$/.test(file));

  function keysOf(value: unknown, path = ''): string[] {
    if (typeof value === 'string') return [path];
    return Object.entries(value as object).flatMap(([key, inner]) =>
      keysOf(inner, path ? `${path}.${key}` : key),
    );
  }

  /** Plural forms differ between languages; the stem is what must be there in both. */
  const stems = (file: string) => {
    const keys = keysOf(JSON.parse(textOf(file)));
    return [
      ...new Set(keys.map((key) => key.replace(/_(zero|one|two|few|many|other)$/, ''))),
    ].sort();
  };
  const emptyTexts = (file: string) =>
    Object.entries(flat(JSON.parse(textOf(file)))).filter(([, text]) => text.trim() === '');

  function flat(value: object, path = ''): Record<string, string> {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'string'
          ? [[`${path}${key}`, inner]]
          : Object.entries(flat(inner as object, `${path}${key}.`)),
      ),
    );
  }

  test('each area has both catalogues', () => {
    const english = files.filter((file) => /^desk\/src\/words\/en\/.+\.json$/.test(file));
    const expected = english.map((file) => file.replace('/en/', '/it/')).sort();
    expect([...catalogues].sort()).toEqual(expected);
  });

  test('every key is in both, and none is empty', () => {
    const faults = catalogues.flatMap((italian) => {
      const english = italian.replace('/it/', '/en/');
      if (!files.includes(english)) return [];
      const [it, en] = [stems(italian), stems(english)];
      return [
        ...it.filter((key) => !en.includes(key)).map((key) => `${english}: no ${key}`),
        ...en.filter((key) => !it.includes(key)).map((key) => `${italian}: no ${key}`),
        ...[italian, english].flatMap((file) =>
          emptyTexts(file).map(([key]) => `${file}: ${key} is empty`),
        ),
      ];
    });
    expect(faults).toEqual([]);
  });
});
