import { type PathwayDocument, parseDocument } from '@percorso/engine';
import type { CommandResult } from '../command.ts';

const said = (text: string) => ({ it: text, en: text });
const form = {
  type: 'object',
  properties: { result: { type: 'boolean', label: said('Esito') } },
} as const;

/** first → talk (a task) → care (a group: one → two → done) → end, and a rule on the talk's answer. */
const TINY = {
  format: 1,
  id: 'tiny',
  title: said('Piccolo'),
  subject: 'person',
  participant: { type: 'object', properties: { age: { type: 'integer', label: said('Età') } } },
  data: {
    type: 'object',
    properties: {
      count: { type: 'integer', label: said('Volte'), default: 0 },
      done: { type: 'boolean', label: said('Svolto') },
    },
  },
  forms: { talk: form, spare: form },
  rules: {
    adult: { fact: 'participant.age', op: '>=', value: 18 },
    'went-well': { fact: 'answer.result', op: '=', value: true },
    counted: { all: [{ rule: 'adult' }, { fact: 'case.count', op: '>', value: 1 }] },
  },
  actions: {
    GO: { label: said('Vai'), roles: ['case-manager'] },
    STOP: { label: said('Ferma'), roles: ['youth'], form: 'talk' },
  },
  messages: { hello: { to: 'participant', subject: said('Ciao'), body: said('{firstName}') } },
  stages: [
    { id: 'start', label: said('Inizio'), colour: 'blue' },
    { id: 'later', label: said('Poi'), colour: 'green' },
  ],
  steps: {
    first: { label: said('Primo'), stage: 'start', at: { x: 0, y: 0 } },
    talk: { label: said('Colloquio'), at: { x: 300, y: 0 } },
    care: { label: said('Cura') },
    one: { label: said('Uno') },
    two: { label: said('Due') },
    done: { label: said('Fatto') },
    end: { label: said('Fine'), outcome: 'completed' },
  },
  machine: {
    id: 'tiny',
    initial: 'first',
    states: {
      first: { id: 'first', on: { GO: { target: '#talk', guard: 'adult' } } },
      talk: {
        id: 'talk',
        entry: [{ type: 'message', params: { message: 'hello' } }],
        invoke: {
          id: 'interview',
          src: 'task',
          input: { label: said('Colloquio'), form: 'talk', assignee: { role: 'case-manager' } },
          onDone: [
            {
              target: '#care',
              guard: 'went-well',
              actions: [{ type: 'record', params: { done: { answer: 'result' } } }],
            },
            { target: '#care', actions: [{ type: 'record', params: { count: { add: 1 } } }] },
          ],
        },
      },
      care: {
        id: 'care',
        initial: 'one',
        onDone: { target: '#end' },
        states: {
          one: { id: 'one', on: { GO: { target: 'two' } } },
          two: { id: 'two', after: { P3D: { target: 'done' } } },
          done: { id: 'done', type: 'final' },
        },
      },
      end: { id: 'end', type: 'final' },
    },
  },
};

/** A small pathway of every kind of part, parsed. */
export function tinyDocument(): PathwayDocument {
  const parsed = parseDocument(TINY);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}

/** The document that a command leaves; a refusal fails the test with its words. */
export function done(result: CommandResult): PathwayDocument {
  if (!result.ok) throw new Error(`${result.refusal.code}: ${result.refusal.words.en}`);
  return result.document;
}

/** The code with which a command refuses. */
export function refusalOf(result: CommandResult): string {
  return result.ok ? 'not refused' : result.refusal.code;
}
