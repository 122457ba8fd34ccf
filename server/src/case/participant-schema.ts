import type { ObjectSchema } from '@percorso/engine';

/** What `participantFacts` can tell of a person or a group, declared for a pathway to read. */
export const PARTICIPANT_SCHEMA: Readonly<Record<'person' | 'group', ObjectSchema>> = {
  person: {
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
      situation: {
        type: 'string',
        label: { it: 'Situazione', en: 'Situation' },
        noun: { it: 'la situazione', en: 'the situation' },
        oneOf: [
          { const: 'student', label: { it: 'A scuola', en: 'At school' } },
          {
            const: 'out-of-school',
            label: { it: 'Né a scuola né al lavoro', en: 'Neither at school nor at work' },
          },
          {
            const: 'precarious',
            label: { it: 'Lavoro precario o in crisi', en: 'Precarious work or in crisis' },
          },
        ],
      },
      helped: {
        type: 'boolean',
        label: { it: 'Iscritto con un educatore', en: 'Registered with an educator' },
      },
      hasCaseManager: {
        type: 'boolean',
        label: { it: 'Case manager assegnato', en: 'Case manager assigned' },
      },
    },
  },
  group: {
    type: 'object',
    properties: {
      headCount: {
        type: 'integer',
        label: { it: 'Numero di partecipanti', en: 'Head count' },
        noun: { it: 'il numero di partecipanti', en: 'the head count' },
        minimum: 1,
        maximum: 200,
        unit: { it: 'persone', en: 'people' },
      },
      groupKind: {
        type: 'string',
        label: { it: 'Tipo di gruppo', en: 'Kind of group' },
        noun: { it: 'il tipo di gruppo', en: 'the kind of group' },
        oneOf: [
          { const: 'class', label: { it: 'Classe', en: 'School class' } },
          { const: 'youth-centre', label: { it: 'Centro di aggregazione', en: 'Youth centre' } },
          { const: 'spontaneous', label: { it: 'Gruppo spontaneo', en: 'Spontaneous group' } },
        ],
      },
      hasCaseManager: {
        type: 'boolean',
        label: { it: 'Case manager assegnato', en: 'Case manager assigned' },
      },
    },
  },
};
