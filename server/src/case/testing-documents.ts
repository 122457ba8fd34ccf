/** Small pathways for the tests of cases. */
const label = (text: string) => ({ it: text, en: text });

/** A small pathway in which everything that the server turns into rows happens. */
export const COURSE = {
  format: 1,
  id: 'course',
  title: label('Corso'),
  subject: 'person',
  participant: { type: 'object', properties: {} },
  data: {
    type: 'object',
    properties: {
      edition: {
        type: 'string',
        format: 'edition',
        opportunity: 'training',
        label: label('Edizione'),
      },
      turns: { type: 'integer', label: label('Giri'), default: 0 },
    },
  },
  forms: {
    enrol: {
      type: 'object',
      properties: {
        edition: {
          type: 'string',
          format: 'edition',
          opportunity: 'training',
          label: label('Edizione'),
        },
        acceptWaiting: { type: 'boolean', label: label('Attesa') },
        notes: { type: 'string', format: 'note', label: label('Note') },
      },
      required: ['edition'],
    },
    report: {
      type: 'object',
      properties: {
        attendance: { type: 'integer', format: 'attendance', label: label('Frequenza') },
      },
      required: ['attendance'],
    },
  },
  rules: {},
  actions: {
    ENROL: { label: label('Iscrivi'), form: 'enrol', roles: ['case-manager'] },
    TURN: { label: label('Gira'), roles: ['case-manager'] },
    LEAVE: { label: label('Lascia'), roles: ['case-manager', 'youth'] },
    STOP: { label: label('Chiudi'), roles: ['coordinator'], emphasis: 'final' },
  },
  messages: {
    hello: {
      to: 'participant',
      subject: label('Ciao {firstName}'),
      body: label('Segui: {link}'),
    },
    seat: { to: 'participant', subject: label('Un posto'), body: label('Ciao {firstName}') },
    queue: { to: 'participant', subject: label('In attesa'), body: label('Ciao {firstName}') },
  },
  stages: [{ id: 'one', label: label('Fase'), colour: 'blue' }],
  steps: {
    choosing: { label: label('Scelta'), stage: 'one' },
    attending: { label: label('Corso'), stage: 'one' },
    late: { label: label('In ritardo'), stage: 'one' },
    finished: { label: label('Fine'), outcome: 'completed' },
  },
  machine: {
    id: 'course',
    initial: 'choosing',
    on: { STOP: { target: '#finished' } },
    states: {
      choosing: {
        id: 'choosing',
        entry: [{ type: 'message', params: { message: 'hello' } }],
        invoke: {
          id: 'talk',
          src: 'task',
          input: { label: label('Colloquio'), assignee: { role: 'case-manager' } },
        },
        after: { P7D: { target: '#late' } },
        on: {
          TURN: {
            target: '#choosing',
            reenter: true,
            actions: [{ type: 'record', params: { turns: { add: 1 } } }],
          },
          ENROL: {
            target: '#attending',
            actions: [{ type: 'record', params: { edition: { answer: 'edition' } } }],
          },
        },
      },
      late: { id: 'late', on: { LEAVE: { target: '#choosing' } } },
      attending: {
        id: 'attending',
        invoke: {
          id: 'course-enrolment',
          src: 'enrolment',
          input: {
            label: label('Frequenza'),
            form: 'report',
            edition: { fact: 'case.edition' },
            messages: { enrolled: 'seat', waiting: 'queue' },
          },
          onDone: { target: '#finished' },
          onError: { target: '#choosing' },
        },
        on: { LEAVE: { target: '#choosing' } },
      },
      finished: { id: 'finished', type: 'final' },
    },
  },
};

/** A pathway that sends the youth into the course as a sub-case, or asks a service. */
export const WORKSHOP = {
  format: 1,
  id: 'workshop',
  title: label('Laboratorio'),
  subject: 'person',
  participant: { type: 'object', properties: {} },
  data: { type: 'object', properties: {} },
  forms: {
    result: {
      type: 'object',
      properties: {
        outcome: {
          type: 'string',
          label: label('Esito'),
          oneOf: [
            { const: 'completed', label: label('Concluso') },
            { const: 'withdrawn', label: label('Interrotto') },
          ],
        },
      },
      required: ['outcome'],
    },
  },
  rules: {},
  actions: {
    SEND: { label: label('Manda'), roles: ['case-manager'] },
    RECALL: { label: label('Richiama'), roles: ['case-manager'] },
    CALL: { label: label('Chiedi'), roles: ['case-manager'] },
  },
  messages: {},
  stages: [],
  steps: {
    deciding: { label: label('Scelta') },
    sent: { label: label('Nel corso') },
    calling: { label: label('In attesa') },
    over: { label: label('Fine'), outcome: 'completed' },
  },
  machine: {
    id: 'workshop',
    initial: 'deciding',
    states: {
      deciding: {
        id: 'deciding',
        on: { SEND: { target: '#sent' }, CALL: { target: '#calling' } },
      },
      sent: {
        id: 'sent',
        invoke: {
          id: 'course-case',
          src: 'pathway',
          input: { label: label('Corso'), pathway: 'course', form: 'result', data: { turns: 5 } },
          onDone: { target: '#over' },
        },
        on: { RECALL: { target: '#deciding' } },
      },
      calling: {
        id: 'calling',
        invoke: {
          id: 'register-call',
          src: 'service',
          input: { label: label('Registro'), service: 'register' },
          onDone: { target: '#over' },
          onError: { target: '#deciding' },
        },
      },
      over: { id: 'over', type: 'final' },
    },
  },
};
