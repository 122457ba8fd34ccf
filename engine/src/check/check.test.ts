import { existsSync, globSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance, start } from '../advance.ts';
import type { CaseEvent, CaseState } from '../case.ts';
import { sampleDocument } from '../parse/sample.fixture.ts';
import { compile } from '../pathway.ts';
import { ACTIONS, arbitraryDocument, Choices } from '../testing/arbitrary-document.ts';
import { BEHAVIOUR_CHECKS, check, STRUCTURE_CHECKS } from './check.ts';
import { walkExample } from './example/counter-example.ts';
import { drawn } from './testing-pathway.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

describe('every check', () => {
  const ids = [...Object.keys(STRUCTURE_CHECKS), ...Object.keys(BEHAVIOUR_CHECKS)];

  test('is a file named by its id, with a test and a page', () => {
    const missing = ids.filter((id) => {
      const [file] = globSync(`{structure,behaviour}/${id}.ts`, { cwd: here });
      const page = `${here}../../../docs/checks/${id}.md`;
      return !file || !existsSync(here + file.replace('.ts', '.test.ts')) || !existsSync(page);
    });
    expect(missing).toEqual([]);
  });

  test('has no page too many', () => {
    const pages = globSync('*.md', { cwd: `${here}../../../docs/checks` });
    const known = [...ids, 'README', 'document-invalid'];
    expect(pages.filter((page) => !known.includes(basename(page, '.md')))).toEqual([]);
  });
});

describe('a document', () => {
  test('that is right and whole has only warnings', () => {
    const { findings, explored } = check(sampleDocument());
    expect(findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(explored.isComplete).toBe(true);
  });

  test('that is none gets the problems of the parser', () => {
    const { findings, explored } = check({} as never);
    expect(findings.every((one) => one.check === 'document-invalid')).toBe(true);
    expect(findings.length).toBeGreaterThan(0);
    expect(explored).toMatchObject({ configurations: 0, isComplete: false });
  });

  test('can be looked at quickly, and the exploration can be stopped', () => {
    const quick = check(sampleDocument(), { isQuick: true });
    expect(quick.explored.configurations).toBe(0);
    const stopped = check(sampleDocument(), { onProgress: () => false });
    expect(stopped.explored.why?.en).toBe('The check was stopped.');
    const few = check(sampleDocument(), { configurationsMax: 1 });
    expect(few.explored).toMatchObject({ isComplete: false });
  });

  test('has its findings in the order of gravity', () => {
    const document = drawn({
      states: { start: {}, lost: { on: { GO: { target: '#start' } } }, ended: { type: 'final' } },
      stages: [{ id: 'none', label: { it: 'Nessuna', en: 'None' }, colour: 'grey' }],
    });
    const severities = check(document).findings.map((one) => one.severity);
    const order = ['error', 'warning', 'hint'];
    const sorted = severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
    expect(severities).toEqual(sorted);
    expect(new Set(severities).size).toBeGreaterThan(1);
  });
});

/** An event at random that may be accepted. */
function happening(choices: Choices, state: CaseState): CaseEvent {
  const answer = choices.of([{ choice: 'left' }, { choice: 'right' }, {}]);
  const activities = Object.keys(state.activities);
  const timers = Object.keys(state.timers);
  const kind = choices.below(8);
  if (kind < 2 && activities.length > 0) {
    return { type: 'done', activity: choices.of(activities), answer };
  }
  if (kind === 2 && activities.length > 0) {
    return { type: 'failed', activity: choices.of(activities), reason: 'declined' };
  }
  if (kind < 4 && timers.length > 0) return { type: 'timer', timer: choices.of(timers) };
  return { type: 'action', action: choices.of(ACTIONS), answer };
}

const circumstances = (age: number | undefined) => ({
  now: '2030-01-01T09:00:00.000Z',
  timeZone: 'UTC',
  participant: age === undefined ? {} : { age },
});

describe('of any document', () => {
  test('the check never throws, and the engine walks every counter-example', () => {
    let walkCount = 0;
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        const { findings } = check(document, { configurationsMax: 1500 });
        const pathway = compile(document);
        for (const { walk, elements } of findings) {
          if (!walk) continue;
          walkCount += 1;
          const state = walkExample(pathway, walk);
          expect(state).toBeDefined();
          expect(JSON.stringify(state?.value)).toContain(elements[0]!.step);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
    expect(walkCount).toBeGreaterThan(0);
  });

  test('nobody who is said to be stuck can go on', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        fc.array(fc.nat(9999), { minLength: 40, maxLength: 80 }),
        (document, numbers) => {
          const stuck = check(document, { configurationsMax: 1500 }).findings.filter(
            (one) => one.check === 'dead-end' || one.check === 'no-outcome',
          );
          const pathway = compile(document);
          for (const { walk, check: id } of stuck) {
            let state = walkExample(pathway, walk!)!;
            const age = walk!.participant.age as number | undefined;
            const choices = new Choices(numbers);
            for (const _ of numbers) {
              const event = happening(choices, state);
              const next = advance(pathway, state, event, circumstances(age));
              if (!next.ok) continue;
              expect(id).toBe('no-outcome');
              expect(next.state.status).toBe('active');
              state = next.state;
            }
          }
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('an end that somebody reaches is never said to be out of reach', () => {
    fc.assert(
      fc.property(
        arbitraryDocument,
        fc.array(fc.nat(9999), { minLength: 30, maxLength: 60 }),
        (document, numbers) => {
          const { findings } = check(document, { configurationsMax: 1500 });
          const never = findings.filter((one) =>
            ['step-never-entered', 'step-unreachable'].includes(one.check),
          );
          const steps = new Set(never.flatMap((one) => one.elements.map(({ step }) => step)));
          const pathway = compile(document);
          const begun = start(pathway, circumstances(17));
          if (!begun.ok) return;
          let { state } = begun;
          const choices = new Choices(numbers);
          const entered = [...begun.entry.entered];
          for (const _ of numbers) {
            const next = advance(pathway, state, happening(choices, state), circumstances(17));
            if (!next.ok) continue;
            state = next.state;
            entered.push(...next.entry.entered);
          }
          expect(entered.filter((key) => steps.has(key))).toEqual([]);
        },
      ),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
