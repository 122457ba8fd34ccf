import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type CaseEvent,
  check,
  compile,
  type Pathway,
  type Persona,
  parseDocument,
  walkExample,
  walkPersona,
} from '@percorso/engine';
import { describe, expect, test } from 'vitest';
import { nodesOf } from '../commands/edit/nodes.ts';
import { commands } from '../commands/registry.ts';
import { exampleTrial } from './example-trial.ts';
import { durationBetween, personaOf } from './persona-of.ts';
import {
  act,
  backTo,
  beginTrial,
  forwardTo,
  letTimePass,
  nextDeadline,
  stepForward,
  type Trial,
  walkAgain,
} from './walk.ts';

const ROME = 'Europe/Rome';
const definitions = fileURLToPath(new URL('../../../definitions/', import.meta.url));
const read = (path: string) => readFileSync(`${definitions}${path}`, 'utf8');
const personas = globSync('*/personas/*.json', { cwd: definitions })
  .sort()
  .map((file) => JSON.parse(read(file)) as Persona);
const pathways = new Map(
  globSync('*/pathway.json', { cwd: definitions }).map((file): [string, Pathway] => {
    const parsed = parseDocument(read(file));
    if (!parsed.ok) throw new Error(file);
    return [parsed.document.id, compile(parsed.document)];
  }),
);
const trialOf = (persona: Persona) =>
  beginTrial(pathways.get(persona.pathway)!, { ...persona, persona }, ROME);
const personaNamed = (id: string) => personas.find((one) => one.id === id)!;
const toTheEnd = (trial: Trial) => forwardTo(trial, trial.deeds.length);
const stateOf = (trial: Trial) => trial.moments.at(-1)!.state;

/** A walk, or the refusal as a fault of the test. */
function done(result: ReturnType<typeof act>): Trial {
  if ('code' in result) throw new Error(result.reason.en);
  return result;
}

describe('every persona', () => {
  test.each(personas.map((persona) => [persona.id, persona] as const))(
    '%s walks to the end as in the engine, and back to the start exactly',
    (_, persona) => {
      const begun = trialOf(persona);
      let walked = begun;
      const been = [begun.moments];
      for (const _stride of persona.walk) {
        walked = stepForward(walked);
        expect(walked.trouble).toBeUndefined();
        been.push(walked.moments);
      }
      const { moments } = walkPersona(walked.pathway, persona, ROME);
      expect(walked.moments).toEqual(moments);
      expect(stateOf(walked).outcome).toBe(persona.outcome);
      for (let at = persona.walk.length; at >= 0; at -= 1) {
        walked = backTo(walked, at);
        expect(walked.moments).toEqual(been[at]);
      }
      expect(walked).toEqual(begun);
    },
  );

  test.each(personas.map((persona) => [persona.id, persona] as const))(
    '%s, recorded from the walk, walks again to the same state',
    (id, persona) => {
      const walked = toTheEnd(trialOf(persona));
      const { name, profile, says } = persona;
      const recorded = personaOf(walked, { id, name, profile, says });
      const again = walkPersona(walked.pathway, recorded, ROME);
      expect(again.trouble).toBeUndefined();
      expect(again.moments.at(-1)!.state).toEqual(stateOf(walked));
    },
  );
});

describe('a walk of one’s own', () => {
  const dario = personaNamed('dario');
  const begin = () => beginTrial(trialOf(dario).pathway, { ...dario, persona: undefined }, ROME);

  test('begins with nothing to be walked', () => {
    expect(begin().deeds).toEqual([]);
    expect(begin().moments).toHaveLength(1);
  });

  test('forgets what was still to be walked when something else is done', () => {
    const half = forwardTo(trialOf(dario), 2);
    const other = done(act(half, { at: '2027-01-01T09:00:00.000Z' }));
    expect(other.deeds).toHaveLength(3);
    expect(stateOf(other)).toEqual(stateOf(half));
    expect(other.moments.at(-1)!.now).toBe('2027-01-01T09:00:00.000Z');
  });

  test('a refusal changes nothing, and says why', () => {
    const trial = begin();
    const refusal = act(trial, { at: dario.start, do: { type: 'action', action: 'NOT_THERE' } });
    expect(refusal).toMatchObject({ code: 'action-unknown' });
  });

  test('a deadline falls due when the clock is moved to it, not before', () => {
    const whole = trialOf(dario);
    const convened = whole.deeds
      .map((_, count) => forwardTo(whole, count))
      .find((trial) => Object.keys(stateOf(trial).timers).length > 0)!;
    const [timer, dueAt] = Object.entries(stateOf(convened).timers)[0]!;
    const event: CaseEvent = { type: 'timer', timer };
    const early = act(convened, { at: convened.moments.at(-1)!.now, do: event });
    expect(early).toMatchObject({ code: 'timer-not-due' });
    const later = done(act(convened, { at: dueAt, do: event }));
    expect(stateOf(later).timers[timer]).not.toBe(dueAt);
  });

  test('lets the deadlines on the way fall due, each at its own time', () => {
    const waits = forwardTo(trialOf(dario), 3);
    const whole = trialOf(personaNamed('andrea'));
    const begun = whole.deeds
      .map((_, count) => forwardTo(whole, count))
      .find((trial) => Object.keys(stateOf(trial).timers).length > 1)!;
    const due = nextDeadline(begun)!;
    const later = done(letTimePass(begun, '2026-12-31T09:00:00.000Z'));
    const passed = later.deeds.slice(begun.moments.length - 1);
    expect(passed[0]).toMatchObject({ at: due.dueAt, do: { type: 'timer' } });
    expect(later.moments.at(-1)!.now).toBe('2026-12-31T09:00:00.000Z');
    const times = later.moments.map(({ now }) => now);
    expect(times).toEqual(times.toSorted());
    expect(done(letTimePass(waits, waits.moments.at(-1)!.now))).toBe(waits);
  });

  test('is recorded with the time that passed between, waiting included', () => {
    const waited = done(act(begin(), { at: '2026-03-01T09:00:00.000Z' }));
    const facts = { hasCaseManager: true };
    const known = { at: '2026-03-01T09:00:00.000Z', do: { type: 'participant', facts } as const };
    const said = { it: '', en: '' };
    const telling = { id: 'prova', name: 'Prova', profile: said, says: said };
    const persona = personaOf(done(act(waited, known)), telling);
    expect(persona.walk).toHaveLength(1);
    expect(persona.walk[0]!.after).toBe(durationBetween(dario.start, known.at, ROME));
    expect(walkPersona(waited.pathway, persona, ROME).trouble).toBeUndefined();
  });
});

describe('when the draft is edited', () => {
  const nadia = personaNamed('nadia');
  const walked = toTheEnd(trialOf(nadia));

  test('the same walk goes on the same document', () => {
    const again = walkAgain(walked, compile(walked.pathway.document));
    expect(again.moments).toEqual(walked.moments);
  });

  test('it stays at the last possible moment, says why, and is whole again when undone', () => {
    const { document } = walked.pathway;
    const [at, action] = walked.deeds
      .map((deed, index) => [index, deed.do?.type === 'action' ? deed.do.action : ''] as const)
      .find(([, name]) => name !== '')!;
    const from = nodesOf(document).find(({ node }) => Object.hasOwn(node.on ?? {}, action))!.key;
    const transition = { from, kind: 'action', name: action, index: 0 } as const;
    const cut = commands['remove-transition'].run(document, { transition });
    if (!cut.ok) throw new Error(cut.refusal.words.en);
    const broken = walkAgain(walked, compile(cut.document));
    expect(broken.trouble).toMatchObject({ at, what: { kind: 'refused' } });
    expect(broken.moments).toHaveLength(at + 1);
    expect(broken.deeds).toEqual(walked.deeds);
    const undone = walkAgain(broken, compile(document));
    expect(undone.moments).toEqual(walked.moments);
    expect(undone.trouble).toBeUndefined();
  });
});

test('a counter-example can be walked to where it is stuck', () => {
  const { document } = pathways.get('internship')!;
  const stuck = stuckDocument(document);
  const pathway = compile(stuck);
  const finding = check(stuck).findings.find((one) => one.walk !== undefined)!;
  const trial = exampleTrial(pathway, finding.walk!, { name: 'Esempio' }, ROME);
  expect(trial.moments).toHaveLength(1);
  const end = toTheEnd(trial);
  expect(end.trouble).toBeUndefined();
  expect(stateOf(end).value).toEqual(walkExample(pathway, finding.walk!)!.value);
});

/** With a step from which nothing leads on. */
function stuckDocument(document: Pathway['document']) {
  const from = Object.keys(document.machine.states!)[0]!;
  const label = { it: 'Sospeso', en: 'Suspended' };
  const added = commands['add-step'].run(document, { step: 'suspended', label });
  if (!added.ok) throw new Error(added.refusal.words.en);
  const cause = { kind: 'timer', name: 'P1D' } as const;
  const joined = commands['add-transition'].run(added.document, { from, cause, to: 'suspended' });
  if (!joined.ok) throw new Error(joined.refusal.words.en);
  return joined.document;
}

test.each([
  ['2026-03-28T09:00:00.000Z', '2026-03-29T08:00:00.000Z', 'P1D'],
  ['2026-01-12T09:00:00.000Z', '2026-01-12T10:30:00.000Z', 'PT1H30M'],
  ['2026-01-12T09:00:00.000Z', '2026-01-12T09:00:00.000Z', undefined],
])('from %s to %s is %s', (from, to, duration) => {
  expect(durationBetween(from, to, ROME)).toBe(duration);
});
