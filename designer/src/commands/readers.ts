import type { Words } from '@percorso/engine';

/** Where a parameter is not what it must be, and what is wanted there. */
export class Misfit {
  readonly path: string;
  readonly wanted: Words;

  constructor(path: string, wanted: Words) {
    this.path = path;
    this.wanted = wanted;
  }
}

/** Reads one untrusted value: a copy of its own, or what is wrong with it. Never throws. */
export type Reader<T> = (value: unknown, path: string) => T | Misfit;

/** The keys of an object, each with its reader. */
export type Readers<P> = { readonly [K in keyof P]: Reader<P[K]> };

/** What the readers give: a key that may be undefined may be missing. */
export type Given<P> = {
  readonly [K in keyof P as undefined extends P[K] ? never : K]: P[K];
} & {
  readonly [K in keyof P as undefined extends P[K] ? K : never]?: Exclude<P[K], undefined>;
};

/** An object of exactly these keys; those read by `optional` may be missing. */
export function shape<P>(readers: Readers<P>): Reader<Given<P>> {
  return (value, path) => {
    if (!isObject(value)) return new Misfit(path, { it: 'un oggetto', en: 'an object' });
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(readers, key));
    if (unknown !== undefined) {
      return new Misfit(`${path}/${unknown}`, { it: 'nulla qui', en: 'nothing here' });
    }
    const read: Record<string, unknown> = {};
    for (const [key, reader] of Object.entries<Reader<unknown>>(readers)) {
      const one = reader(Object.hasOwn(value, key) ? value[key] : undefined, `${path}/${key}`);
      if (one instanceof Misfit) return one;
      if (one !== undefined) read[key] = one;
    }
    return read as Given<P>;
  };
}

export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (value, path) => (value === undefined ? undefined : reader(value, path));
}

/** `null` takes the thing away. */
export function orNone<T>(reader: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : reader(value, path));
}

function listOf<T>(reader: Reader<T>, least = 0, most = 1000): Reader<readonly T[]> {
  return (value, path) => {
    const isRight = Array.isArray(value) && value.length >= least && value.length <= most;
    if (!isRight) {
      const wanted = { it: `un elenco di ${least}–${most}`, en: `a list of ${least} to ${most}` };
      return new Misfit(path, wanted);
    }
    const read = [...(value as unknown[])].map((one, index) => reader(one, `${path}/${index}`));
    return (read.find((one) => one instanceof Misfit) as Misfit) ?? (read as T[]);
  };
}

export function recordOf<T>(reader: Reader<T>): Reader<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (!isObject(value)) return new Misfit(path, { it: 'un oggetto', en: 'an object' });
    const read = Object.entries(value).map(([key, one]) => [key, reader(one, `${path}/${key}`)]);
    const misfit = read.find(([, one]) => one instanceof Misfit)?.[1];
    return (misfit as Misfit) ?? (Object.fromEntries(read) as Record<string, T>);
  };
}

export function oneOf<const T extends string>(...choices: readonly T[]): Reader<T> {
  const wanted = choices.join(', ');
  return (value, path) =>
    choices.find((choice) => choice === value) ?? new Misfit(path, { it: wanted, en: wanted });
}

function matching(pattern: RegExp, wanted: Words): Reader<string> {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? value : new Misfit(path, wanted);
}

/** The name of a step, rule, form, message, stage or activity. */
export const name = matching(/^[a-z][a-z0-9-]{0,63}$/, {
  it: 'un nome di minuscole, cifre e trattini',
  en: 'a name of lower-case letters, digits and hyphens',
});

/** The name of a fact or of a form's field. */
export const factName = matching(/^[a-z][A-Za-z0-9]{0,63}$/, {
  it: 'un nome di lettere e cifre, che comincia con una minuscola',
  en: 'a name of letters and digits that begins with a small letter',
});

export const actionName = matching(/^[A-Z][A-Z0-9_]{0,63}$/, {
  it: 'un nome di maiuscole, cifre e “_”',
  en: 'a name of capital letters, digits and “_”',
});

const text: Reader<string> = (value, path) =>
  typeof value === 'string' && value.length > 0 && value.length <= 4000
    ? value
    : new Misfit(path, { it: 'un testo di 1–4000 caratteri', en: 'a text of 1 to 4000 letters' });

export const remark = text;

export const words = shape({ it: text, en: text });

export const yesOrNo: Reader<boolean> = (value, path) =>
  typeof value === 'boolean' ? value : new Misfit(path, { it: 'sì o no', en: 'yes or no' });

/** A place in a list, from 0. */
export const index: Reader<number> = (value, path) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1000
    ? (value as number)
    : new Misfit(path, { it: 'un numero intero da 0', en: 'a whole number from 0' });

export const names = listOf(name);
export const factNames = listOf(factName);
export const indexes = listOf(index);

/** Pixels on the drawing. */
const pixels: Reader<number> = (value, path) =>
  typeof value === 'number' && Math.abs(value) <= 100_000
    ? value + 0
    : new Misfit(path, { it: 'un numero fino a 100000', en: 'a number up to 100000' });

export const point = shape({ x: pixels, y: pixels });

/**
 * A part of a document as JSON. Only that it is an object is looked at here: a command puts it in
 * its place as it is, and `parseDocument`, which sees the whole, says what is wrong inside.
 */
export function part<T extends object>(): Reader<T> {
  return (value, path) => {
    try {
      const copy: unknown = JSON.parse(JSON.stringify(value));
      if (isObject(copy)) return copy as T;
    } catch {
      // Not JSON: a cycle, a BigInt, or nothing at all.
    }
    return new Misfit(path, { it: 'un oggetto JSON', en: 'a JSON object' });
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
