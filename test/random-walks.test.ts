/** The shipped pathways under events drawn at random: what must hold wherever a case may come. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type Answer,
  advance,
  available,
  type CaseEvent,
  type CaseState,
  type Circumstances,
  checkFact,
  compile,
  type Entry,
  FAILURES,
  type Facts,
  type FactValue,
  type Field,
  type MachineInvoke,
  type MachineNode,
  type ObjectSchema,
  type Pathway,
  type Possibility,
  parseDocument,
  presentSteps,
  type Refusal,
  replay,
  start,
} from '@percorso/engine';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dice } from './dice.ts';

const root = fileURLToPath(new URL('../definitions/', import.meta.url));
const pathways = globSync('*/pathway.json', { cwd: root })
  .sort()
  .map((file) => {
    const parsed = parseDocument(readFileSync(`${root}${file}`, 'utf8'));
    if (!parsed.ok) throw new Error(`${file}: ${JSON.stringify(parsed.problems)}`);
    return compile(parsed.document);
  });

const START = Date.parse('2026-01-12T09:00:00.000Z');
const DAY_MS = 86_400_000;

function valueFor(field: Field, dice: Dice): FactValue {
  if (field.oneOf) return dice.of(field.oneOf).const;
  switch (field.type) {
    case 'boolean':
      return field.format === 'consent' || dice.below(3) > 0;
    case 'integer':
    case 'number': {
      const least = field.minimum ?? 0;
      return least + dice.below((field.maximum ?? least + 100) - least + 1);
    }
    case 'array': {
      const choices = field.items!.oneOf.map((option) => option.const);
      const countMax = field.maxItems ?? choices.length;
      return choices.slice(0, Math.max(field.minItems ?? 1, 1 + dice.below(countMax)));
    }
    case 'string':
      return TEXTS[field.format ?? ''] ?? 'a text';
  }
}

const TEXTS: Readonly<Record<string, string>> = {
  date: '2026-03-29',
  'date-time': '2026-03-29T01:30:00Z',
  email: 'name@example.org',
  phone: '333 123 4567',
  edition: '0b9f3a52-6d1c-4f0e-9d52-6f1f0e6f7a11',
};

function answerTo(pathway: Pathway, form: string | undefined, dice: Dice) {
  if (form === undefined) return {};
  return { answer: filledIn(pathway.document.forms[form]!, dice) };
}

function filledIn({ properties, required = [] }: ObjectSchema, dice: Dice): Answer {
  const given = Object.entries(properties).filter(
    ([name]) => required.includes(name) || dice.below(2) > 0,
  );
  return Object.fromEntries(given.map(([name, field]) => [name, valueFor(field, dice)]));
}

function invokesOf(node: MachineNode): (MachineInvoke & { step: string })[] {
  return Object.entries(node.states ?? {}).flatMap(([step, child]) => [
    ...[child.invoke ?? []].flat().map((invoke) => ({ ...(invoke as MachineInvoke), step })),
    ...invokesOf(child),
  ]);
}

interface Look {
  readonly pathway: Pathway;
  readonly state: CaseState;
  readonly possibilities: readonly Possibility[];
  readonly circumstances: Circumstances;
}

type Show = (look: Look, dice: Dice) => void;

/** Walks at random, shows every situation, and hands back what the trace kept. */
function walk(pathway: Pathway, seed: number, show: Show): [CaseState, Entry[]] {
  const dice = new Dice(seed);
  const participant: Facts = {
    ...filledIn({ ...pathway.document.participant, required: [] }, dice),
    age: 15 + dice.below(21),
    hasCaseManager: true,
  };
  let now = START;
  const circumstances = () => ({
    now: new Date(now).toISOString(),
    timeZone: 'Europe/Rome',
    participant,
  });
  const started = start(pathway, circumstances());
  if (!started.ok) throw new Error(started.refusal.reason.en);
  let { state } = started;
  const entries = [started.entry];
  for (let turn = 0; turn < 40 && state.status === 'active'; turn += 1) {
    const possibilities = available(pathway, state, circumstances());
    show({ pathway, state, possibilities, circumstances: circumstances() }, dice);
    const event = dice.of(eventsFrom(pathway, state, possibilities, dice));
    if (event.type === 'timer') now = Math.max(now, Date.parse(state.timers[event.timer]!));
    else now += dice.below(3) * DAY_MS;
    const advanced = advance(pathway, state, event, circumstances());
    if (!advanced.ok) continue;
    state = advanced.state;
    entries.push(advanced.entry);
  }
  return [state, entries];
}

/** What may happen next; the ends of a case only now and then. */
function eventsFrom(
  pathway: Pathway,
  state: CaseState,
  possibilities: readonly Possibility[],
  dice: Dice,
): CaseEvent[] {
  const actions = possibilities.map(({ action, form, emphasis, verdict }) => ({
    event: { type: 'action', action, ...answerTo(pathway, form, dice) } as CaseEvent,
    isRare: emphasis === 'final' || verdict === 'no',
  }));
  const likely = actions.flatMap(({ event, isRare }) => (isRare && dice.below(8) > 0 ? [] : event));
  const ends = invokesOf(pathway.document.machine)
    .filter(({ id }) => id in state.activities)
    .flatMap(({ id, input }): CaseEvent[] => [
      { type: 'done', activity: id, ...answerTo(pathway, input.form, dice) },
      { type: 'done', activity: id, ...answerTo(pathway, input.form, dice) },
      { type: 'failed', activity: id, reason: dice.of(FAILURES) },
    ]);
  const timers = Object.keys(state.timers).map((timer): CaseEvent => ({ type: 'timer', timer }));
  const events = [...likely, ...ends, ...timers];
  return events.length > 0 ? events : actions.map(({ event }) => event);
}

/** Words for people: none empty, no name of the program, no raw time, no brackets around all. */
const NOT_FOR_PEOPLE =
  /^\s*$|undefined|\[object|[{}]|NaN|\b(case|participant|answer|rule)\.|T\d\d:\d\d|^\(.*\)$/;

function unreadable({ reason, unlock }: Refusal): string[] {
  return [reason, ...unlock.map(({ words }) => words)]
    .flatMap(({ it, en }) => [it, en])
    .filter((text) => NOT_FOR_PEOPLE.test(text));
}

describe.each(pathways.map((pathway) => [pathway.document.id, pathway] as const))(
  'wherever a case of %s may come,',
  (_id, pathway) => {
    const whatever = (law: (seed: number) => void) =>
      fc.assert(fc.property(fc.noBias(fc.nat()), law), { numRuns: 60 });

    test('what is said to be possible is, what is refused is, and every reason can be read', () => {
      whatever((seed) => {
        walk(pathway, seed, ({ state, possibilities, circumstances }, dice) => {
          for (const { action, form, verdict, refusal } of possibilities) {
            const event: CaseEvent = {
              type: 'action',
              action,
              ...answerTo(pathway, form, dice),
            };
            const advanced = advance(pathway, state, event, circumstances);
            const code = advanced.ok ? 'ok' : advanced.refusal.code;
            if (verdict === 'yes') expect([action, code]).toEqual([action, 'ok']);
            else if (verdict === 'no') expect([action, code]).toEqual([action, 'rule-says-no']);
            else expect(['ok', 'rule-says-no']).toContain(code);
            if (refusal) expect(unreadable(refusal)).toEqual([]);
            if (!advanced.ok) expect(unreadable(advanced.refusal)).toEqual([]);
          }
        });
      });
    });

    test('something can happen next: an action, an activity or a timer', () => {
      whatever((seed) => {
        walk(pathway, seed, ({ state, possibilities }) => {
          const open = possibilities.filter(({ verdict }) => verdict !== 'no');
          const waits = [...Object.keys(state.activities), ...Object.keys(state.timers)];
          expect(open.length + waits.length).toBeGreaterThan(0);
        });
      });
    });

    test('open activities belong to present steps, and every fact fits its field', () => {
      const stepOf = new Map(invokesOf(pathway.document.machine).map(({ id, step }) => [id, step]));
      whatever((seed) => {
        walk(pathway, seed, ({ state }) => {
          const present = presentSteps(pathway, state);
          for (const id of Object.keys(state.activities)) expect(present).toContain(stepOf.get(id));
          for (const id of Object.keys(state.timers)) {
            const step = id.split('.').at(-1);
            expect([...present, pathway.document.machine.id]).toContain(step);
          }
          for (const [name, value] of Object.entries(state.data)) {
            const field = pathway.document.data.properties[name]!;
            expect([name, value, checkFact(field, value)]).toEqual([name, value, undefined]);
          }
        });
      });
    });

    test('the trace replays to the state', () => {
      whatever((seed) => {
        const [state, entries] = walk(pathway, seed, () => {});
        expect(replay(pathway, JSON.parse(JSON.stringify(entries)))).toEqual({ ok: true, state });
      });
    });
  },
);
