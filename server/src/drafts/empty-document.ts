import type { PathwayDocument, Words } from '@percorso/engine';

/** The facts about young people that every pathway may read. */
const PERSON: PathwayDocument['participant'] = {
  type: 'object',
  properties: {
    age: {
      type: 'integer',
      label: { it: 'Età', en: 'Age' },
      noun: { it: 'l’età', en: 'the age' },
      minimum: 0,
      maximum: 120,
      unit: { it: 'anni', en: 'years' },
    },
  },
};
const GROUP: PathwayDocument['participant'] = { type: 'object', properties: {} };

/** Where drawing begins: one step, and the end. */
export function emptyDocument(
  id: string,
  title: Words,
  subject: 'person' | 'group',
): PathwayDocument {
  return {
    format: 1,
    id,
    title,
    subject,
    participant: subject === 'person' ? PERSON : GROUP,
    data: { type: 'object', properties: {} },
    forms: {},
    rules: {},
    actions: {
      COMPLETE: {
        label: { it: 'Concludi', en: 'Complete' },
        roles: ['case-manager'],
        emphasis: 'final',
      },
    },
    messages: {},
    stages: [{ id: 'beginning', label: { it: 'Inizio', en: 'Beginning' }, colour: 'blue' }],
    steps: {
      begun: {
        label: { it: 'Avvio', en: 'Begun' },
        help: {
          it: 'Il percorso comincia qui: disegna i passi che seguono.',
          en: 'The pathway begins here: draw the steps that follow.',
        },
        stage: 'beginning',
        at: { x: 0, y: 0 },
      },
      completed: {
        label: { it: 'Percorso concluso', en: 'Pathway completed' },
        outcome: 'completed',
        at: { x: 320, y: 0 },
      },
    },
    machine: {
      id,
      initial: 'begun',
      states: {
        begun: { on: { COMPLETE: { target: 'completed' } } },
        completed: { type: 'final' },
      },
    },
  };
}
