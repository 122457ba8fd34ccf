import type { Words } from '../document.ts';

/** Words for a fixture, the same in both languages but for the mark. */
export function words(text: string): Words {
  return { it: text, en: `${text} (en)` };
}

/**
 * A small document that is right and uses every part of the format. As plain JSON without types, so
 * that tests can spoil any place of it; a new copy at each call.
 */
// biome-ignore lint/suspicious/noExplicitAny: tests spoil it on purpose
export function sampleDocument(): any {
  return {
    format: 1,
    id: 'sample',
    title: words('Esempio'),
    subject: 'person',
    participant: {
      type: 'object',
      properties: {
        age: {
          type: 'integer',
          label: words('Età'),
          noun: { it: 'l’età', en: 'the age' },
          unit: { it: 'anni', en: 'years' },
          minimum: 0,
        },
        situation: {
          type: 'string',
          label: words('Situazione'),
          oneOf: [
            { const: 'student', label: words('Studente') },
            { const: 'precarious', label: words('Precario') },
          ],
        },
      },
    },
    data: {
      type: 'object',
      properties: {
        consent: { type: 'boolean', label: words('Consenso del genitore') },
        noShows: { type: 'integer', label: words('Assenze'), minimum: 0, default: 0 },
        interviewAt: { type: 'string', format: 'date-time', label: words('Colloquio') },
        edition: { type: 'string', format: 'edition', label: words('Edizione') },
        interests: {
          type: 'array',
          label: words('Interessi'),
          items: { type: 'string', oneOf: [{ const: 'wood', label: words('Legno') }] },
        },
      },
    },
    forms: {
      convene: {
        type: 'object',
        required: ['at'],
        properties: {
          at: { type: 'string', format: 'date-time', label: words('Quando') },
          note: { type: 'string', format: 'note', label: words('Nota') },
          edition: {
            type: 'string',
            format: 'edition',
            opportunity: 'training',
            label: words('Edizione'),
          },
        },
      },
      attendance: {
        type: 'object',
        required: ['attendance'],
        properties: {
          attendance: { type: 'number', format: 'attendance', label: words('Frequenza') },
        },
      },
    },
    rules: {
      adult: { fact: 'participant.age', op: '>=', value: 18 },
      'may-start': {
        any: [{ rule: 'adult' }, { fact: 'case.consent', op: '=', value: true }],
      },
      attended: { fact: 'answer.attendance', op: '>=', value: 75 },
      lost: { not: { fact: 'case.noShows', op: '<', value: 2 } },
    },
    actions: {
      CONVENE: { label: words('Convoca'), form: 'convene', roles: ['case-manager'] },
      WITHDRAW: { label: words('Ritira'), roles: ['youth'], emphasis: 'final' },
    },
    messages: {
      convened: {
        to: 'participant',
        subject: words('Convocazione'),
        body: words('Ciao {firstName}, ti aspettiamo il {appointmentAt}.'),
      },
    },
    stages: [{ id: 'orientation', label: words('Orientamento'), colour: 'blue' }],
    steps: {
      registered: { label: words('Registrato'), stage: 'orientation', at: { x: 0, y: 0 } },
      convened: { label: words('Convocato'), stage: 'orientation' },
      training: { label: words('Formazione') },
      attending: { label: words('In corso') },
      passed: { label: words('Superato') },
      before: { label: words('Dove era') },
      finished: { label: words('Concluso'), outcome: 'completed' },
      gone: { label: words('Perso'), outcome: 'lost-contact' },
    },
    machine: {
      id: 'machine',
      initial: 'registered',
      on: { WITHDRAW: { target: '#gone' } },
      states: {
        registered: {
          id: 'registered',
          on: {
            CONVENE: {
              target: 'convened',
              guard: 'may-start',
              actions: [
                {
                  type: 'record',
                  params: { interviewAt: { answer: 'at' }, edition: { answer: 'edition' } },
                },
                { type: 'message', params: { message: 'convened' } },
              ],
            },
          },
        },
        convened: {
          id: 'convened',
          always: { guard: 'lost', target: '#gone' },
          after: {
            P14D: {
              target: '#registered',
              actions: [{ type: 'record', params: { noShows: { add: 1 } } }],
            },
          },
          invoke: {
            id: 'interview',
            src: 'appointment',
            input: {
              label: words('Colloquio'),
              assignee: { role: 'case-manager' },
              at: { fact: 'case.interviewAt' },
              due: 'P30D',
            },
            onDone: { target: 'training' },
            onError: [{ target: '#gone', guard: 'lost' }, { target: '#registered' }],
          },
        },
        training: {
          id: 'training',
          initial: 'attending',
          onDone: { target: '#finished' },
          states: {
            attending: {
              id: 'attending',
              invoke: {
                id: 'course',
                src: 'enrolment',
                input: {
                  label: words('Corso'),
                  form: 'attendance',
                  edition: { fact: 'case.edition' },
                },
                onDone: [{ target: 'passed', guard: 'attended' }, { target: '#registered' }],
              },
            },
            passed: { id: 'passed', type: 'final' },
            before: { id: 'before', type: 'history', history: 'deep', target: 'attending' },
          },
        },
        finished: { id: 'finished', type: 'final' },
        gone: { id: 'gone', type: 'final' },
      },
    },
  };
}
