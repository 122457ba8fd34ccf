import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PathwayDocument } from '../document.ts';
import { compareDocuments } from './compare-documents.ts';

const file = join(import.meta.dirname, '../../../definitions/mig-work-neet/pathway.json');
const neet: PathwayDocument = JSON.parse(readFileSync(file, 'utf8'));

/** A place in the document: read or set by its pointer. */
function at(document: PathwayDocument, pointer: string): Record<string, unknown> {
  const parts = pointer.split('/').slice(1);
  return parts.reduce<unknown>((value, part) => (value as never)[part], document) as never;
}

/** `set` puts values at pointers; undefined removes what is there. */
function withValues(values: Readonly<Record<string, unknown>>): PathwayDocument {
  const copy = structuredClone(neet);
  for (const [pointer, value] of Object.entries(values)) {
    const cut = pointer.lastIndexOf('/');
    const holder = at(copy, pointer.slice(0, cut));
    if (value === undefined) delete holder[pointer.slice(cut + 1)];
    else holder[pointer.slice(cut + 1)] = value;
  }
  return copy;
}

type Edit = Readonly<Record<string, unknown>>;

function told(values: Edit): string[] {
  return compareDocuments(neet, withValues(values)).map(
    ({ kind, element, words }) => `${kind} ${element.type}: ${words.it}`,
  );
}

const AWAITING = '/machine/states/convened/states/awaiting-reply';
const OUTREACH = '/machine/states/outreach/invoke';
const fourteenDays = at(neet, `${AWAITING}/after/P14D`);
const outreach = at(neet, OUTREACH) as { onDone: readonly unknown[] };
const convene = at(neet, '/machine/states/pre-registered/on').CONVENE as object;
const words = (it: string, en: string) => ({ it, en });

const SENTENCES: readonly (readonly [string, Edit, readonly string[]])[] = [
  [
    'a condition asks another value',
    { '/rules/attended-enough/all/1/value': 60 },
    [
      'changed rule: La condizione di «Scelta del prossimo passo», «Corso concluso» ora richiede: la frequenza deve essere almeno 60% (prima: 75%)',
    ],
  ],
  [
    'a time limit',
    { [`${AWAITING}/after/P14D`]: undefined, [`${AWAITING}/after/P10D`]: fourteenDays },
    ['changed timer: Il termine di «In attesa di risposta» passa da 14 a 10 giorni'],
  ],
  [
    'a step’s name',
    { '/steps/convened/label': words('Invitato', 'Invited') },
    ['renamed step: Il passo «Convocato» ora si chiama «Invitato»'],
  ],
  [
    'a name in the other language only',
    { '/steps/convened/label/en': 'Called' },
    ['renamed step: Il passo «Convocato» ora si chiama «Called» nel testo inglese'],
  ],
  [
    'a new step',
    {
      '/machine/states/balance': { id: 'balance', on: { CONVENE: { target: '#convened' } } },
      '/steps/balance': { label: words('Bilancio di competenze', 'Skills review') },
      '/machine/states/pre-registered/on/CONVENE': { ...convene, target: '#balance' },
    },
    [
      'changed transition: Il passaggio da «Pre-iscritto» con l’azione «Convoca al colloquio» ora porta a «Bilancio di competenze» (prima: «Convocato»)',
      'added step: Nuovo passo «Bilancio di competenze», dopo «Pre-iscritto»',
      'added transition: Nuovo passaggio da «Bilancio di competenze» a «Convocato» con l’azione «Convoca al colloquio»',
    ],
  ],
  [
    'a step that is gone',
    { '/machine/states/not-started': undefined, '/steps/not-started': undefined },
    ['removed step: Il passo «Non avviato» non c’è più'],
  ],
  [
    'a step that is gone with what it does and where it leads',
    { '/machine/states/outreach': undefined, '/steps/outreach': undefined },
    [
      'removed step: Il passo «Aggancio sul territorio» non c’è più',
      'removed activity: L’attività «Prova a incontrare il giovane» di «Aggancio sul territorio» non c’è più',
    ],
  ],
  [
    'the ends of an activity',
    { [`${OUTREACH}/onError`]: [], [`${OUTREACH}/onDone`]: outreach.onDone.slice(0, 2) },
    [
      'removed transition: Non c’è più il passaggio da «Aggancio sul territorio» a «Da riconvocare» se l’attività «Prova a incontrare il giovane» non riesce',
    ],
  ],
  [
    'a new time limit',
    { '/machine/states/interviewed/after/P1W': { target: '#to-reconvene' } },
    [
      'added timer: Nuovo termine di «Colloquio svolto»: 1 settimana',
      'added transition: Nuovo passaggio da «Colloquio svolto» a «Da riconvocare» dopo 1 settimana',
    ],
  ],
  [
    'a transition that asks nothing any more',
    { '/machine/states/convened/on/RECORD_CONSENT/guard': undefined },
    [
      'changed transition: La condizione del passaggio da «Convocato» a «Convocato» con l’azione «Registra il consenso» ora è: nessuna (prima: l’età deve essere al massimo 17 anni)',
    ],
  ],
  [
    'one transition written as a list of one',
    { '/machine/states/convened/on/WITHDRAW': [{ target: '#withdrawn' }] },
    ['changed words: Il percorso è lo stesso, ma la sua definizione è scritta in un altro modo'],
  ],
  [
    'a form of an activity',
    { [`${OUTREACH}/input/form`]: 'refer' },
    [
      'changed activity: Il modulo dell’attività «Prova a incontrare il giovane» ora è «Affidamento a un altro servizio» (prima: «Esito dell’aggancio»)',
    ],
  ],
  [
    'a question that need not be answered',
    { '/forms/convene/required': ['at'] },
    ['changed field: L’obbligo di risposta della domanda «Luogo» non c’è più'],
  ],
  [
    'an action that is gone',
    { '/actions/CONFIRM': undefined },
    ['removed action: L’azione «Confermo, ci sarò» non c’è più'],
  ],
  [
    'who may do it',
    { '/actions/CONVENE/roles': ['case-manager', 'youth'] },
    [
      'changed action: L’elenco di chi può farlo dell’azione «Convoca al colloquio» ora è «case manager», «giovane» (prima: «case manager»)',
    ],
  ],
  [
    'the drawing',
    { '/steps/paused/at': { x: 1, y: 2 }, '/steps/convened/at': { x: 3, y: 4 } },
    ['changed layout: Cambia la disposizione del disegno: 2 passi sono spostati'],
  ],
  [
    'the title',
    { '/title/it': 'Via' },
    ['changed words: Il titolo del percorso ora è «Via» (prima: «Ripartiamo — giovani 16–25»)'],
  ],
  [
    'the order of the stages',
    { '/stages': neet.stages.toReversed() },
    ['changed stage: Cambia l’ordine delle fasi'],
  ],
  ['an annotation of the file', { '/$schema': 'elsewhere' }, []],
];

describe('what differs is told as a coordinator would', () => {
  test.each(SENTENCES)('%s', (_, edit, expected) => {
    expect(told(edit)).toEqual(expected);
  });
});

describe('a step is recognised', () => {
  const moved = withValues({
    '/machine/states/confirmed': neet.machine.states!.convened!.states!.confirmed,
    '/machine/states/convened/states/confirmed': undefined,
  });

  test('in another group', () => {
    const [found, ...rest] = compareDocuments(neet, moved);
    expect(rest).toEqual([]);
    expect(found?.kind).toBe('moved');
    expect(found?.element.path).toBe('/machine/states/confirmed');
    expect(found?.words.it).toContain('Il passo «Confermato» passa da «Convocato» a');
  });

  test('of which nothing is alike, only by a hint', () => {
    const key = 'called-otherwise';
    const after = withValues({
      '/machine/states/not-started': undefined,
      '/steps/not-started': undefined,
      [`/machine/states/${key}`]: { id: key, type: 'final' },
      [`/steps/${key}`]: { label: words('Altro', 'Else') },
    });
    const kinds = (hints?: Record<string, string>) =>
      compareDocuments(neet, after, hints && { renamedSteps: hints })
        .filter(({ element, kind }) => element.type === 'step' && kind !== 'changed')
        .map(({ kind, element }) => [kind, element.key, element.path]);
    expect(kinds({ 'not-started': key })).toEqual([['renamed', key, `/machine/states/${key}`]]);
    expect(kinds()).toEqual([
      ['added', key, `/machine/states/${key}`],
      ['removed', 'not-started', '/machine/states/not-started'],
    ]);
  });
});
