import { expect, test } from 'vitest';
import { advance, start } from './advance.ts';
import { available } from './available.ts';
import type { CaseEvent, CaseState, Circumstances, Refusal } from './case.ts';
import type { Facts } from './document.ts';
import { parseDocument } from './parse/parse-document.ts';
import { sampleDocument, words } from './parse/sample.fixture.ts';
import { compile } from './pathway.ts';

// biome-ignore lint/suspicious/noExplicitAny: each test changes some place of the document
function pathwayWith(change: (document: any) => void = () => {}) {
  const document = sampleDocument();
  change(document);
  const parsed = parseDocument(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compile(parsed.document);
}

const at = (participant: Facts, now = '2026-07-12T09:00:00.000Z'): Circumstances => ({
  now,
  timeZone: 'Europe/Rome',
  participant,
});
const CONVENE: CaseEvent = {
  type: 'action',
  action: 'CONVENE',
  answer: { at: '2026-07-20T09:00:00Z' },
};

function begun(pathway: ReturnType<typeof pathwayWith>, circumstances: Circumstances): CaseState {
  const started = start(pathway, circumstances);
  if (!started.ok) throw new Error(started.refusal.code);
  return started.state;
}

function refusalOf(change: Parameters<typeof pathwayWith>[0], participant: Facts): Refusal {
  const pathway = pathwayWith(change);
  const state = begun(pathway, at(participant));
  const convene = available(pathway, state, at(participant)).find(
    ({ action }) => action === 'CONVENE',
  );
  return convene!.refusal!;
}

test('a choice of ways is a sentence of its own, without brackets', () => {
  const { reason } = refusalOf(undefined, { age: 16 });
  expect(reason.it).toBe(
    'L’età deve essere almeno 18 anni — ora: 16 anni; oppure manca: consenso del genitore',
  );
});

test('the only part that stands in the way has no brackets, and begins the sentence', () => {
  const { reason } = refusalOf(
    (document) => {
      document.rules['may-start'] = {
        all: [
          { fact: 'participant.age', op: '>=', value: 16 },
          {
            any: [
              { fact: 'case.consent', op: '=', value: true },
              { fact: 'case.noShows', op: '>=', value: 9 },
            ],
          },
        ],
      };
    },
    { age: 16 },
  );
  expect(reason.it).toBe(
    'Manca: consenso del genitore; oppure assenze: deve essere almeno 9 — ora: 0',
  );
});

test('bounds of one number are said once', () => {
  const { unlock } = refusalOf(
    (document) => {
      document.rules['may-start'] = {
        all: [
          {
            any: [{ rule: 'adult' }, { fact: 'participant.situation', op: '=', value: 'student' }],
          },
          {
            all: [
              { fact: 'participant.age', op: '>=', value: 16 },
              { fact: 'participant.age', op: '<=', value: 25 },
            ],
          },
        ],
      };
    },
    { age: 15 },
  );
  expect(unlock.map(({ words: said }) => said.it)).toEqual(['L’età deve essere tra 18 e 25 anni']);
});

test('nobody is asked to become younger', () => {
  const { reason, unlock } = refusalOf(
    (document) => {
      document.rules['may-start'] = { fact: 'participant.age', op: '<', value: 18 };
    },
    { age: 30 },
  );
  expect(reason.it).toBe('L’età deve essere al massimo 17 anni — ora: 30 anni');
  expect(unlock).toEqual([]);
});

test('a time is said as the clock of the place shows it', () => {
  const pathway = pathwayWith();
  const summer = at({ age: 20 });
  const advanced = advance(pathway, begun(pathway, summer), CONVENE, summer);
  const timer: CaseEvent = { type: 'timer', timer: 'xstate.after.P14D.convened' };
  const early = advanced.ok && advance(pathway, advanced.state, timer, summer);
  expect(early && !early.ok && early.refusal.reason).toEqual({
    it: expect.stringMatching(/26 luglio 2026.*11:00/),
    en: expect.stringMatching(/26 July 2026.*11:00/),
  });
});

test('an activity is called by its label', () => {
  const pathway = pathwayWith();
  const state = begun(pathway, at({ age: 20 }));
  const closed = advance(pathway, state, { type: 'done', activity: 'course' }, at({ age: 20 }));
  expect(!closed.ok && closed.refusal.reason.it).toContain('«Corso»');
});

test('an action that stands at no step says so', () => {
  const pathway = pathwayWith((document) => {
    document.actions.SLEEP = { label: words('Dormi'), roles: ['youth'] };
  });
  const state = begun(pathway, at({ age: 20 }));
  const refused = advance(pathway, state, { type: 'action', action: 'SLEEP' }, at({ age: 20 }));
  expect(!refused.ok && refused.refusal.reason.it).toContain('nessun passo di questo percorso');
});

test('a counter stays within what its fact allows', () => {
  const pathway = pathwayWith((document) => {
    document.data.properties.noShows.maximum = 1;
    document.data.properties.total = { type: 'number', label: words('Totale') };
    const twice = [1.7e308, 1.7e308].map((add) => ({ type: 'record', params: { total: { add } } }));
    const count = { type: 'record', params: { noShows: { add: 3 } } };
    document.machine.states.registered.entry = [count, ...twice];
  });
  const { data } = begun(pathway, at({ age: 20 }));
  expect(data).toEqual({ noShows: 1, total: Number.MAX_VALUE });
});

test('one fact with dozens of tests, and dozens of ways, are answered all the same', () => {
  const { reason, unlock } = refusalOf(
    (document) => {
      const both = (value: number) => [
        { fact: 'case.noShows', op: '!=', value },
        { fact: 'case.noShows', op: '>=', value: value + 100 },
      ];
      const parts = Array.from({ length: 90 }, (_, value) => ({ any: both(value) }));
      document.rules['may-start'] = { all: parts };
      const guards = Array.from({ length: 9 }, (_, index) => `way-${index}`);
      for (const guard of guards) document.rules[guard] = { rule: 'may-start' };
      document.machine.states.registered.on.CONVENE = guards.map((guard) => ({
        guard,
        target: '#convened',
      }));
    },
    { age: 20 },
  );
  expect(reason.it.length).toBeGreaterThan(0);
  expect(unlock).toEqual([]);
});
