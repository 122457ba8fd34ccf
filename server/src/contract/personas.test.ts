import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile, type Persona, parseDocument, walkPersona } from '@percorso/engine';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calendarFaults } from '../drafts/persona-calendar.ts';
import { pathwayTexts, personaValues } from '../programme/definitions-folder.ts';
import { PersonaTold } from './personas.ts';

const file = fileURLToPath(
  import.meta.resolve('@percorso/definitions/mig-work-groups/pathway.json'),
);
const parsed = parseDocument(JSON.parse(readFileSync(file, 'utf8')));
if (!parsed.ok) throw new Error('mig-work-groups');
const { document } = parsed;
const pathway = compile(document);

it('takes every persona of the installation', () => {
  const all = pathwayTexts().flatMap(({ id }) => personaValues(id)) as object[];
  const refused = all.flatMap((persona) => {
    const { id, pathway: _, ...told } = persona as { id: string; pathway: string };
    return PersonaTold.safeParse(told).success ? [] : [id];
  });
  expect(all.length).toBeGreaterThan(30);
  expect(refused).toEqual([]);
});

const names = (record: object, ...more: string[]) =>
  fc.constantFrom(...Object.keys(record), 'constructor', '__proto__', 'x', ...more);
const value = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constantFrom('2026-02-30', '2026-03-01T10:00:00.000Z', '9999-12-31'),
);
const facts = fc.dictionary(
  names({ ...document.participant.properties, ...document.data.properties }, 'at', 'place'),
  value,
  { maxKeys: 4, noNullPrototype: true },
);
const event = fc.oneof(
  fc.record({
    type: fc.constant('action'),
    action: names(document.actions),
    answer: facts,
  }),
  fc.record({
    type: fc.constant('done'),
    activity: names({ 'agree-date': 1, 'hold-lab': 1 }),
    answer: facts,
  }),
  fc.record({ type: fc.constant('timer'), timer: names({ 'awaiting-confirmation/P7D': 1 }) }),
  fc.record({ type: fc.constant('correct'), data: facts }),
);
const told = fc.record({
  name: fc.constant('Zoe'),
  profile: fc.constant({ it: '', en: '' }),
  says: fc.constant({ it: '', en: '' }),
  participant: facts,
  data: facts,
  start: fc.constantFrom('2026-01-12T09:00:00.000Z', '1900-01-01T00:00:00Z', '2199-12-31T23:59Z'),
  walk: fc.array(
    fc.record(
      {
        after: fc.constantFrom('P1D', 'PT1S', 'P99Y', 'P1Y2M3W4DT5H6M7S', 'P1M1'),
        do: fc.oneof(
          event,
          fc.record({ type: fc.constant('participant'), facts }),
          fc.record({
            type: fc.constant('refused'),
            event,
            code: fc.constantFrom('rule-says-no', 'answer-invalid'),
          }),
        ),
        steps: fc.array(names(document.steps), { maxLength: 3 }),
      },
      { requiredKeys: ['do'] },
    ),
    { maxLength: 6 },
  ),
});

it('takes nobody whom the engine can’t even try to walk', () => {
  let taken = 0;
  fc.assert(
    fc.property(told, (persona) => {
      const read = PersonaTold.safeParse(persona);
      if (!read.success || calendarFaults(read.data).length > 0) return;
      taken += 1;
      const walker = { id: 'z', pathway: document.id, ...read.data } as Persona;
      expect(() => walkPersona(pathway, walker, 'Europe/Rome')).not.toThrow();
    }),
    { numRuns: 500 },
  );
  expect(taken).toBeGreaterThan(100);
});
