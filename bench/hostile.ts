/**
 * Documents made to be slow, each beside a good document of the same size. Before the gate, the
 * first two kept a bare state machine busy for ten seconds and more.
 */
import groups from '@percorso/definitions/mig-work-groups/pathway.json' with { type: 'json' };
import { parseDocument } from '@percorso/engine';
import { bounded, median, type Row } from './row.ts';

const ROUNDS = 7;
const LIMIT_MS = 500;

const words = (text: string) => ({ it: text, en: text });
const withMachine = (states: object) =>
  JSON.stringify({ ...groups, machine: { id: 'm', initial: 's0', states } });
const numbered = <T>(count: number, of: (index: number) => T, prefix = 's') =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, of(index)]));

function nested(depth: number): string {
  let node: object = { id: `s${depth}` };
  for (let level = depth - 1; level > 0; level -= 1) {
    node = { id: `s${level}`, initial: `s${level + 1}`, states: { [`s${level + 1}`]: node } };
  }
  return withMachine({ s0: node });
}

function wide(regionCount: number, eventCount: number): string {
  const on = numbered(eventCount, () => ({ target: '#s0' }), 'E');
  const regions = numbered(regionCount, () => ({ initial: 'in', states: { in: { on } } }), 'r');
  return withMachine({ s0: { id: 's0', type: 'parallel', states: regions } });
}

/** Every step leads on at once to twenty others: all of them are ways in which it might turn. */
function restless(count: number): string {
  const always = (index: number) =>
    Array.from({ length: 20 }, (_, hop) => ({
      target: `#s${(index + hop * 37 + 1) % count}`,
      guard: 'group-size',
    }));
  return withMachine(numbered(count, (index) => ({ id: `s${index}`, always: always(index) })));
}

/** Rules that each name the next one twice: written out, they would be 2^300 conditions. */
function doubling(count: number): string {
  const rules = numbered(count, (index) =>
    index + 1 < count
      ? { all: [{ rule: `s${index + 1}` }, { rule: `s${index + 1}` }] }
      : { fact: 'participant.headCount', op: '>=', value: 1 },
  );
  return JSON.stringify({ ...groups, rules: { ...groups.rules, ...rules } });
}

const HOSTILE: Readonly<Record<string, () => string>> = {
  '800 states within each other': () => nested(800),
  '200 regions with 10 events each': () => wide(200, 10),
  '1,000 steps that leave at once for 20 others': () => restless(1000),
  '300 rules that double': () => doubling(300),
  'half a million brackets': () => '['.repeat(499_000) + ']'.repeat(499_000),
  'a megabyte of one word': () => JSON.stringify({ ...groups, id: 'x'.repeat(970_000) }),
};

const LETTER_COUNT = 250;

/** A good document of about so many bytes: it is filled up with letters. */
function good(byteCount: number): string {
  const missing = byteCount - JSON.stringify(groups).length;
  const length = Math.min(1950, Math.floor(missing / LETTER_COUNT / 2) - 70);
  if (length < 1) return JSON.stringify(groups);
  const body = words('x'.repeat(length));
  const letter = () => ({ to: 'participant', subject: words('x'), body });
  const messages = { ...groups.messages, ...numbered(LETTER_COUNT, letter, 'm') };
  return JSON.stringify({ ...groups, messages });
}

function millisecondsOf(text: string, isGood: boolean): number {
  const begin = performance.now();
  const { ok } = parseDocument(text);
  const milliseconds = performance.now() - begin;
  if (ok !== isGood) throw new Error(`a ${isGood ? 'good' : 'hostile'} document was misjudged`);
  return milliseconds;
}

export function benchHostile(): Row[] {
  return Object.entries(HOSTILE).map(([name, make]) => {
    const hostile = make();
    const twin = good(hostile.length);
    const rounds = Array.from({ length: ROUNDS }, () => ({
      hostileMs: millisecondsOf(hostile, false),
      goodMs: millisecondsOf(twin, true),
    }));
    const value = median(rounds.map(({ hostileMs }) => hostileMs));
    const beside = median(rounds.map(({ goodMs }) => goodMs));
    const size = `${Math.round(hostile.length / 1000)} kB`;
    const besides = `a good document of ${Math.round(twin.length / 1000)} kB, ${beside.toFixed(1)} ms`;
    const figure = { name: `gate: ${name}, ${size}, refused in`, value, unit: 'ms', besides };
    return { ...bounded(figure, LIMIT_MS), ratio: value / beside };
  });
}
