import type { ObjectSchema, PathwayDocument, Words } from './document.ts';

interface NewPathway {
  /** Lower-case words joined by hyphens. */
  readonly id: string;
  readonly title: Words;
  readonly subject?: PathwayDocument['subject'];
  /** The facts that the installation supplies about whoever walks it. */
  readonly participant?: ObjectSchema;
}

/** The pathway that every other begins as: one step, nothing to do. `parseDocument` accepts it. */
export function emptyPathway({ id, title, subject, participant }: NewPathway): PathwayDocument {
  const nothing: ObjectSchema = { type: 'object', properties: {} };
  return {
    format: 1,
    id,
    title,
    subject: subject ?? 'person',
    participant: participant ?? nothing,
    data: nothing,
    forms: {},
    rules: {},
    actions: {},
    messages: {},
    stages: [],
    steps: { [FIRST]: { label: { it: 'Inizio', en: 'Start' }, at: { x: 0, y: 0 } } },
    machine: { id, initial: FIRST, states: { [FIRST]: { id: FIRST } } },
  };
}

const FIRST = 'start';
