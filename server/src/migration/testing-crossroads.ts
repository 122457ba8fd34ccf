/** A pathway of which a redesign asks about one step twice, with other choices each time. */
const label = (text: string) => ({ it: text, en: text });
const record = (track: string) => ({ actions: [{ type: 'record', params: { track } }] });
const onlyOn = (track: string) => ({ fact: 'case.track', op: '=', value: track });

/** Whoever has chosen a track waits in a group; the track is kept as a fact. */
export const crossroads = (id: string) => ({
  ...{ format: 1, id, title: label('Bivio'), subject: 'person' },
  participant: { type: 'object', properties: {} },
  data: {
    type: 'object',
    properties: {
      track: {
        type: 'string',
        label: label('Indirizzo'),
        oneOf: ['A', 'B'].map((one) => ({ const: one, label: label(one) })),
      },
    },
  },
  ...{ forms: {}, messages: {}, stages: [] },
  rules: { 'on-a': onlyOn('A'), 'on-b': onlyOn('B') },
  actions: Object.fromEntries(
    ['A', 'B', 'END', 'END_A', 'END_B'].map((one) => [
      one,
      { label: label(one), roles: ['case-manager'] },
    ]),
  ),
  steps: {
    choosing: { label: label('Scelta') },
    learning: { label: label('Studio') },
    waiting: { label: label('Attesa') },
    finished: { label: label('Fine'), outcome: 'completed' },
  },
  machine: {
    id,
    initial: 'choosing',
    states: {
      choosing: {
        id: 'choosing',
        on: {
          A: { target: '#waiting', ...record('A') },
          B: { target: '#waiting', ...record('B') },
        },
      },
      learning: {
        id: 'learning',
        initial: 'waiting',
        states: { waiting: { id: 'waiting', on: { END: { target: '#finished' } } } },
      },
      finished: { id: 'finished', type: 'final' },
    },
  },
});

/** Instead of the one step two in the same group: nobody can go on where the others can. */
// biome-ignore lint/suspicious/noExplicitAny: tests change any place of it
export function parted(document: any): void {
  const { choosing, learning } = document.machine.states;
  choosing.on.A.target = '#track-a';
  choosing.on.B.target = '#track-b';
  const ending = (track: string) => ({
    id: `track-${track.toLowerCase()}`,
    on: { [`END_${track}`]: { target: '#finished', guard: `on-${track.toLowerCase()}` } },
  });
  learning.initial = 'track-a';
  learning.states = { 'track-a': ending('A'), 'track-b': ending('B') };
  delete document.steps.waiting;
  document.steps['track-a'] = { label: label('Indirizzo A') };
  document.steps['track-b'] = { label: label('Indirizzo B') };
}
