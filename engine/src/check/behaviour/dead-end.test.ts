import { describe, expect, test } from 'vitest';
import { compile } from '../../pathway.ts';
import { walkExample } from '../example/counter-example.ts';
import { drawn, foundBy, task, words } from '../testing-pathway.ts';

const consent = { consent: { label: words('Consenso del genitore') } };

/** A minor without consent who misses the interview twice has nothing left to do. */
function interview(isRepaired: boolean) {
  return drawn({
    participant: { age: { type: 'integer', label: words('Età'), minimum: 0, maximum: 120 } },
    data: { ...consent, noShows: { type: 'integer', default: 0 } },
    forms: { result: { came: {} } },
    required: ['came'],
    rules: {
      'may-start': {
        any: [
          { fact: 'participant.age', op: '>=', value: 18 },
          { fact: 'case.consent', op: '=', value: true },
        ],
      },
      came: { fact: 'answer.came', op: '=', value: true },
      'first-time': { fact: 'case.noShows', op: '<', value: 1 },
    },
    states: {
      interview: {
        invoke: {
          ...task('interview', { form: 'result' }),
          onDone: [
            { target: '#interviewed', guard: 'came' },
            {
              target: '#interview',
              guard: 'first-time',
              reenter: true,
              actions: [{ type: 'record', params: { noShows: { add: 1 } } }],
            },
            { target: '#missed' },
          ],
          onError: { target: '#ended' },
        },
      },
      interviewed: { on: { BEGIN: { target: '#ended' } } },
      missed: {
        on: {
          BEGIN: { target: '#ended', guard: 'may-start' },
          ...(isRepaired && { WITHDRAW: { target: '#ended' } }),
        },
      },
      ended: { type: 'final' },
    },
  });
}

describe('a dead end', () => {
  test('is found with the walk of who gets there, which the engine takes', () => {
    const document = interview(false);
    const [found, ...more] = foundBy('dead-end', document);
    expect(more).toEqual([]);
    expect(found?.severity).toBe('error');
    expect(found?.elements).toEqual([{ pointer: '/machine/states/missed', step: 'missed' }]);
    const walk = found!.walk!;
    expect(walk.happenings.map((one) => one.type)).toEqual(['done', 'done']);
    expect(walkExample(compile(document), walk)?.value).toBe('missed');
    expect(walk.told.it).toBe(
      'Una persona di 17, senza consenso del genitore: «interview» si conclude (came: no), ' +
        'due volte; al passo «missed» non è possibile più nulla',
    );
    expect(walk.told.en).toMatch(/^Somebody aged 17, without .*, twice; at “missed” nothing is/);
    expect(found?.repair).toMatchObject({
      command: 'add-transition',
      parameters: { from: 'missed', to: 'ended' },
    });
  });

  test('is none where a way out does not depend on facts', () => {
    expect(foundBy('dead-end', interview(true))).toEqual([]);
  });

  test.each([
    ['two rules that exclude each other and leave nobody out', '<', 0],
    ['two rules with a gap between them', '<', 1],
  ] as const)('with %s', (_, op, gap) => {
    const document = drawn({
      data: { count: { type: 'integer', default: 0 } },
      rules: {
        many: { fact: 'case.count', op: '>=', value: 2 + gap },
        few: { fact: 'case.count', op, value: 2 },
      },
      states: {
        counting: {
          on: {
            COUNT: { actions: [{ type: 'record', params: { count: { add: 1 } } }], guard: 'few' },
            GO: { target: '#ended', guard: 'many' },
          },
        },
        ended: { type: 'final' },
      },
    });
    expect(foundBy('dead-end', document)).toHaveLength(gap);
  });
});
