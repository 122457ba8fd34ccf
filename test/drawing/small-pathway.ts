import type { PathwayDocument, Words } from '@percorso/engine';
import { storyDocument } from '../story/documents.ts';

const said = (it: string, en: string): Words => ({ it, en });

/** Three steps with something of nearly everything: quick to draw, to try the hands with. */
export function smallPathway(): PathwayDocument {
  return {
    ...storyDocument('empty'),
    title: said('Prima telefonata', 'First call'),
    summary: said('Chiamare, e sentire come va.', 'Calling, and asking how things are.'),
    stages: [{ id: 'welcome', label: said('Accoglienza', 'Welcome'), colour: 'green' }],
    data: {
      type: 'object',
      properties: {
        calls: { type: 'integer', label: said('Telefonate', 'Calls'), minimum: 0, default: 0 },
        mood: {
          type: 'string',
          label: said('Umore', 'Mood'),
          oneOf: [
            { const: 'good', label: said('Buono', 'Good') },
            { const: 'bad', label: said('Cattivo', 'Bad') },
            { const: 'so-so', label: said('Così così', 'So-so') },
          ],
        },
      },
    },
    forms: {
      call: {
        type: 'object',
        label: said('Com’è andata', 'How it went'),
        properties: {
          mood: {
            type: 'string',
            label: said('Di che umore è', 'In what mood'),
            oneOf: [
              { const: 'good', label: said('Buono', 'Good') },
              { const: 'bad', label: said('Cattivo', 'Bad') },
              { const: 'so-so', label: said('Così così', 'So-so') },
            ],
          },
          notes: { type: 'string', format: 'note', label: said('Appunti', 'Jottings') },
        },
        required: ['mood'],
      },
    },
    rules: {
      often: { fact: 'case.calls', op: '>=', value: 2 },
      well: { fact: 'answer.mood', op: '=', value: 'good' },
      adult: {
        all: [
          { rule: 'often' },
          {
            any: [
              { fact: 'participant.age', op: '>=', value: 18 },
              { fact: 'case.mood', op: 'known' },
            ],
          },
        ],
      },
    },
    actions: {
      CALL: { label: said('Chiama', 'Call'), roles: ['case-manager'], emphasis: 'primary' },
      REPORT: {
        label: said('Racconta', 'Report'),
        help: said('Dopo ogni telefonata.', 'After every call.'),
        roles: ['youth'],
        form: 'call',
      },
    },
    messages: {
      hello: {
        to: 'participant',
        subject: said('Ciao!', 'Hello!'),
        body: said('Ciao {firstName},\nti chiamiamo.', 'Hello {firstName},\nwe will call you.'),
      },
    },
    steps: {
      waiting: { label: said('In attesa', 'Waiting'), stage: 'welcome' },
      talk: { label: said('Al telefono', 'On the phone'), help: said('Chiedi come va.', 'Ask.') },
      done: { label: said('Fatto', 'Done'), outcome: 'completed' },
    },
    machine: {
      id: 'small',
      initial: 'waiting',
      states: {
        waiting: {
          id: 'waiting',
          on: {
            CALL: { target: '#talk', guard: 'adult' },
            REPORT: {
              actions: [
                { type: 'record', params: { mood: { answer: 'mood' }, calls: { add: 1 } } },
              ],
            },
          },
          after: { P2W: { target: '#talk' } },
        },
        talk: {
          id: 'talk',
          entry: [{ type: 'message', params: { message: 'hello' } }],
          invoke: {
            id: 'call',
            src: 'task',
            input: {
              label: said('Telefona', 'Make the call'),
              form: 'call',
              assignee: { role: 'case-manager' },
              due: 'P3D',
            },
            onDone: [
              { target: '#done', guard: 'well' },
              { target: '#talk', reenter: true, description: 'una volta ancora' },
            ],
            onError: { target: '#waiting' },
          },
        },
        done: { id: 'done', type: 'final' },
      },
    },
  };
}
