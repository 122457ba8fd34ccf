import type { PathwayDocument } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { durationWords } from '../duration-words.ts';
import { flowNodes } from './flow-nodes.ts';
import { mapEdges } from './map-edges.ts';
import { mapNodes } from './map-nodes.ts';
import { around, innermost } from './present-steps.ts';

const said = (text: string) => ({ it: text, en: text });
const empty = { type: 'object', properties: {} } as const;

const document: PathwayDocument = {
  format: 1,
  id: 'tiny',
  title: said('Tiny'),
  subject: 'person',
  participant: empty,
  data: empty,
  forms: {},
  rules: {},
  messages: {},
  actions: { GO: { label: said('Vai'), roles: ['case-manager'] } },
  stages: [{ id: 'one', label: said('Uno'), colour: 'blue' }],
  steps: {
    first: { label: said('Primo'), stage: 'one', at: { x: 10, y: 20 } },
    inside: { label: said('Dentro'), at: { x: 300, y: 20 } },
    left: { label: said('A'), at: { x: 24, y: 56 } },
    right: { label: said('B'), at: { x: 264, y: 56 } },
    end: { label: said('Fine') },
  },
  machine: {
    id: 'tiny',
    initial: 'first',
    states: {
      first: {
        on: { GO: [{ target: '#right', guard: 'x' }, { target: '#inside' }] },
        after: { P14D: { target: '#end' }, P1D: { actions: [] } },
      },
      inside: {
        initial: 'left',
        states: {
          left: {
            invoke: {
              id: 'talk',
              src: 'task',
              input: { label: said('Colloquio') },
              onDone: { target: 'right' },
              onError: { target: '#end' },
            },
          },
          right: { on: { GO: { target: '#right' } }, always: { target: '#end' } },
        },
      },
      end: { type: 'final' },
    },
  },
};
describe('the steps on the map', () => {
  const nodes = new Map(mapNodes(document).map((node) => [node.key, node]));

  it('leaves the machine itself out and keeps the order of the document', () => {
    expect([...nodes.keys()]).toEqual(['first', 'inside', 'left', 'right', 'end']);
  });

  it('makes a composite as large as what is inside it, with room for its title', () => {
    expect(nodes.get('inside')).toMatchObject({ kind: 'group', width: 488, height: 152 });
    expect(nodes.get('left')).toMatchObject({ parent: 'inside', x: 24, y: 56, width: 200 });
  });

  it('puts a step without a place to the right of the others', () => {
    expect(nodes.get('end')).toMatchObject({ kind: 'end', x: 828, y: 0 });
  });

  it('knows the stage of a step', () => {
    expect(nodes.get('first')?.stage?.colour).toBe('blue');
  });
});

describe('the present steps', () => {
  it('are those that contain no other present one, in the order of the document', () => {
    expect(innermost(mapNodes(document), ['right', 'inside'])).toEqual(['right']);
    expect(innermost(mapNodes(document), ['inside', 'first'])).toEqual(['first', 'inside']);
  });

  it('are shown with what stands beside them in their group, or alone outside of one', () => {
    const keys = (present: string[]) => around(mapNodes(document), present).map(({ key }) => key);
    expect(keys(['right', 'inside'])).toEqual(['inside', 'left', 'right']);
    expect(keys(['first'])).toEqual(['first']);
  });
});

describe('the arrows on the map', () => {
  const edges = mapEdges(document).map(({ from, to, ways }) => [
    `${from} → ${to}`,
    ways.map(({ kind, label }) => `${kind} ${label.it}`),
  ]);

  it('has one for each pair of steps, with every way between them', () => {
    expect(Object.fromEntries(edges)).toEqual({
      'first → right': ['action Vai'],
      'first → inside': ['action Vai'],
      'first → end': ['timer dopo 14 giorni'],
      'left → right': ['done Colloquio'],
      'left → end': ['failed Colloquio: non riuscito'],
      'right → end': ['automatic da sé'],
    });
  });
});

describe('durations in words', () => {
  it.each([
    ['P14D', 'dopo 14 giorni'],
    ['P1M', 'dopo 1 mese'],
    ['PT1M', 'dopo 1 minuto'],
    ['P1DT2H', 'dopo 1 giorno e 2 ore'],
    ['soon', 'soon'],
  ])('%s is «%s»', (duration, words) => {
    expect(durationWords(duration).it).toBe(words);
  });
});

describe('what is said of a step on the map', () => {
  const nowhere = { language: 'it', presentSteps: [], walkedSteps: [], chosen: undefined } as const;
  const saidWith = (deviationCounts: Record<string, number> | undefined) =>
    flowNodes(mapNodes(document), { ...nowhere, deviationCounts }).map((one) => one.ariaLabel);

  it('includes how often youths left the pathway there, where they did', () => {
    expect(saidWith({ first: 3, left: 1, inside: 0 }).slice(0, 4)).toEqual([
      'Primo, Uno, 3 volte fuori dal percorso',
      'Dentro',
      'A, 1 volta fuori dal percorso',
      'B',
    ]);
  });

  it('says nothing of it to those who may not know', () => {
    expect(saidWith(undefined).join()).not.toContain('fuori');
  });
});
