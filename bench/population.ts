/** Cases of a shipped pathway that walked at random for a while: what a redesign meets. */
import {
  advance,
  available,
  type CaseEvent,
  type CaseState,
  type Circumstances,
  type Facts,
  type FactValue,
  type Field,
  type MachineInvoke,
  type MachineNode,
  type ObjectSchema,
  type Pathway,
  type Population,
  start,
} from '@percorso/engine';
import { Dice } from '../test/dice.ts';

const START = Date.parse('2026-01-12T09:00:00.000Z');
const DAY_MS = 86_400_000;
const STRIDE_COUNT_MAX = 25;

export function randomPopulation(pathway: Pathway, count: number, seed: number): Population[] {
  const dice = new Dice(seed);
  const population: Population[] = [];
  while (population.length < count) {
    const participant = {
      ...filledIn(pathway.document.participant, dice),
      age: 16 + dice.below(10),
    };
    const state = walked(pathway, participant, dice);
    if (state.status === 'active') population.push({ state, count: 1, participant });
  }
  return population;
}

function walked(pathway: Pathway, participant: Facts, dice: Dice): CaseState {
  const circumstances = (now: number): Circumstances => ({
    now: new Date(now).toISOString(),
    timeZone: 'Europe/Rome',
    participant,
  });
  let now = START + dice.below(200) * DAY_MS;
  const started = start(pathway, circumstances(now));
  if (!started.ok) throw new Error(started.refusal.reason.en);
  let { state } = started;
  for (let turn = dice.below(STRIDE_COUNT_MAX); turn > 0; turn -= 1) {
    const event = nextEvent(pathway, state, circumstances(now), dice);
    if (!event) break;
    if (event.type === 'timer') now = Math.max(now, Date.parse(state.timers[event.timer]!));
    else now += dice.below(5) * DAY_MS;
    const advanced = advance(pathway, state, event, circumstances(now));
    if (advanced.ok && advanced.state.status === 'active') state = advanced.state;
  }
  return state;
}

function nextEvent(
  pathway: Pathway,
  state: CaseState,
  circumstances: Circumstances,
  dice: Dice,
): CaseEvent | undefined {
  const answer = (form: string | undefined) =>
    form ? { answer: filledIn(pathway.document.forms[form]!, dice) } : {};
  const events: CaseEvent[] = available(pathway, state, circumstances)
    .filter(({ verdict, emphasis }) => verdict !== 'no' && emphasis !== 'final')
    .map(({ action, form }) => ({ type: 'action', action, ...answer(form) }));
  const open = invokesOf(pathway.document.machine).filter(({ id }) => id in state.activities);
  for (const { id, input } of open) {
    events.push({ type: 'done', activity: id, ...answer(input.form) });
  }
  for (const timer of Object.keys(state.timers)) {
    if (dice.below(4) === 0) events.push({ type: 'timer', timer });
  }
  return events.length > 0 ? dice.of(events) : undefined;
}

function filledIn({ properties, required = [] }: ObjectSchema, dice: Dice): Facts {
  const given = Object.entries(properties).filter(
    ([name]) => required.includes(name) || dice.below(2) > 0,
  );
  return Object.fromEntries(given.map(([name, field]) => [name, valueFor(field, dice)]));
}

const TEXTS: Readonly<Record<string, string>> = {
  date: '2026-03-30',
  'date-time': '2026-03-30T08:30:00Z',
  email: 'name@example.org',
  phone: '333 123 4567',
  edition: '0b9f3a52-6d1c-4f0e-9d52-6f1f0e6f7a11',
};

function valueFor(field: Field, dice: Dice): FactValue {
  if (field.oneOf) return dice.of(field.oneOf).const;
  switch (field.type) {
    case 'boolean':
      return field.format === 'consent' || dice.below(3) > 0;
    case 'integer':
    case 'number': {
      const { minimum = 0, maximum = minimum + 10 } = field;
      return minimum + dice.below(maximum - minimum + 1);
    }
    case 'array':
      return [dice.of(field.items!.oneOf).const];
    case 'string':
      return TEXTS[field.format ?? ''] ?? 'a text';
  }
}

function invokesOf(node: MachineNode): MachineInvoke[] {
  const own = [node.invoke ?? []].flat() as MachineInvoke[];
  return [...own, ...Object.values(node.states ?? {}).flatMap(invokesOf)];
}
