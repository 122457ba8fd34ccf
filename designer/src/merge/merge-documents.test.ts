import { type PathwayDocument, parseDocument, sortedJson } from '@percorso/engine';
import { describe, expect, test } from 'vitest';
import { type CommandName, commands } from '../commands/registry.ts';
import { done, tinyDocument } from '../commands/testing/tiny-document.ts';
import { SHIPPED } from '../exchange/testing/shipped-pathways.ts';
import { withColleague } from './conflict-words.ts';
import { inverseOf } from './inverse-of.ts';
import type { MergeConflict } from './merge-conflict.ts';
import { type MergeChoice, mergeDocuments } from './merge-documents.ts';

const said = (it: string, en = it) => ({ it, en });
type Edit = readonly [CommandName, Readonly<Record<string, unknown>>];

/** The document after some commands, as it comes back from the server. */
function edited(document: PathwayDocument, ...edits: readonly Edit[]): PathwayDocument {
  const last = edits.reduce((before, [name, parameters]) => {
    const run = commands[name].run as (document: PathwayDocument, given: unknown) => never;
    return done(run(before, parameters));
  }, document);
  return structuredClone(last);
}

const tiny = tinyDocument();
const GO = { from: 'first', kind: 'action', name: 'GO', index: 0 };

function merged(
  base: PathwayDocument,
  mine: PathwayDocument,
  theirs: PathwayDocument,
  choices: Readonly<Record<string, MergeChoice>> = {},
): PathwayDocument {
  const result = mergeDocuments(base, mine, theirs, choices);
  if (!result.ok) throw new Error(JSON.stringify(result.conflicts, null, 1));
  expect(parseDocument(result.document)).toMatchObject({ ok: true });
  return result.document;
}

function conflictsIn(mine: PathwayDocument, theirs: PathwayDocument, base = tiny) {
  const result = mergeDocuments(base, mine, theirs);
  return result.ok ? [] : result.conflicts;
}

/** The only conflict, and the documents that its two answers give. */
function theConflict(mine: PathwayDocument, theirs: PathwayDocument, base = tiny) {
  const found = conflictsIn(mine, theirs, base);
  expect(found.map(({ id }) => id)).toHaveLength(1);
  const conflict = found[0] as MergeConflict;
  const answer = (side: MergeChoice) => merged(base, mine, theirs, { [conflict.id]: side });
  return { conflict, mine: answer('mine'), theirs: answer('theirs') };
}

const label = (step: string, text: string): Edit => ['set-step-label', { step, label: said(text) }];

/** Pairs of edits that have nothing to do with each other. */
const APART: readonly (readonly [string, Edit, Edit])[] = [
  ['names of two steps', label('first', 'A'), label('talk', 'B')],
  [
    'the place of a step in the drawing’s groups, and its name',
    ['move-step', { step: 'talk', into: 'care' }],
    label('talk', 'B'),
  ],
  [
    'a name, and the help text of the same step',
    label('talk', 'A'),
    ['set-step-help', { step: 'talk', help: said('Aiuto') }],
  ],
  [
    'the condition of an arrow, and where it leads',
    ['set-guard', { transition: GO, guard: 'counted' }],
    ['retarget-transition', { transition: GO, to: 'care' }],
  ],
  [
    'an arrow to a step, and that step moving elsewhere',
    ['add-transition', { from: 'first', cause: { kind: 'action', name: 'STOP' }, to: 'two' }],
    ['move-step', { step: 'two' }],
  ],
  [
    'two new arrows from one step, by two actions',
    ['add-transition', { from: 'first', cause: { kind: 'action', name: 'STOP' }, to: 'end' }],
    ['add-transition', { from: 'first', cause: { kind: 'timer', name: 'P3D' }, to: 'end' }],
  ],
  [
    'two new steps',
    ['add-step', { step: 'new-a', label: said('A'), after: 'first' }],
    ['add-step', { step: 'new-b', label: said('B'), after: 'talk' }],
  ],
  [
    'a step that is removed, and another that is changed',
    ['remove-step', { step: 'one', arrows: 'remove' }],
    label('two', 'B'),
  ],
  [
    'two new fields of one form',
    ['add-field', { form: 'spare', field: 'a', is: { type: 'boolean', label: said('A') } }],
    ['add-field', { form: 'spare', field: 'b', is: { type: 'boolean', label: said('B') } }],
  ],
  [
    'a field that must be filled in, and its label',
    ['require-field', { form: 'talk', field: 'result', isRequired: true }],
    ['change-field', { form: 'talk', field: 'result', is: { type: 'boolean', label: said('E') } }],
  ],
  [
    'two new stages',
    ['add-stage', { stage: { id: 'a', label: said('A'), colour: 'blue' }, at: 0 }],
    ['add-stage', { stage: { id: 'b', label: said('B'), colour: 'teal' } }],
  ],
  [
    'the name of an activity, and the step that it is at',
    [
      'change-activity',
      {
        activity: 'interview',
        kind: 'task',
        input: { label: said('Nuovo'), form: 'talk', assignee: { role: 'case-manager' } },
      },
    ],
    ['rename-step', { step: 'talk', to: 'conversation' }],
  ],
  [
    'who may do an action, and what it is called',
    [
      'change-action',
      { action: 'GO', is: { label: said('Vai'), roles: ['youth', 'case-manager'] } },
    ],
    ['change-action', { action: 'GO', is: { label: said('Avanti'), roles: ['case-manager'] } }],
  ],
  [
    'another name for a condition, and the condition itself',
    ['rename-rule', { rule: 'adult', to: 'grown-up' }],
    ['replace-rule', { rule: 'adult', is: { fact: 'participant.age', op: '>=', value: 21 } }],
  ],
  [
    'a step that became another key, and its arrow',
    ['rename-step', { step: 'first', to: 'begin' }],
    ['set-guard', { transition: GO, guard: null }],
  ],
  [
    'the title, and the summary',
    ['describe-pathway', { title: said('T') }],
    ['describe-pathway', { summary: said('S') }],
  ],
];

describe('edits apart merge without a question', () => {
  test.each(APART)('%s', (_, one, other) => {
    const [mine, theirs] = [edited(tiny, one), edited(tiny, other)];
    const [there, back] = [merged(tiny, mine, theirs), merged(tiny, theirs, mine)];
    expect(sortedJson(there)).toBe(sortedJson(back));
    expect(sortedJson(there)).not.toBe(sortedJson(mine));
    expect(sortedJson(there)).not.toBe(sortedJson(theirs));
    // One after the other, as if both had sat at one desk; a renamed key has to be known for that.
    if (one[0].startsWith('rename')) return;
    if (other[0].startsWith('rename')) return;
    if (one[0] === 'change-action' || other[0] === 'change-field') return;
    if (one[0] === 'move-step') expect(there.steps.talk?.label).toEqual(said('B'));
    const both = edited(tiny, one, other);
    if (other[0] !== 'move-step') expect(sortedJson(there)).toBe(sortedJson(both));
  });

  test('one condition, renamed alike on both sides and rewritten on one', () => {
    const rename: Edit = ['rename-rule', { rule: 'adult', to: 'grown-up' }];
    const is = { fact: 'participant.age', op: '>=', value: 21 };
    const theirs = edited(tiny, rename, ['replace-rule', { rule: 'grown-up', is }]);
    expect(sortedJson(merged(tiny, edited(tiny, rename), theirs))).toBe(sortedJson(theirs));
  });

  test('the two languages of one name, and roles of an action beside its name', () => {
    const mine = edited(tiny, [
      'set-step-label',
      { step: 'talk', label: said('Dialogo', 'Colloquio') },
    ]);
    const theirs = edited(tiny, [
      'set-step-label',
      { step: 'talk', label: said('Colloquio', 'Interview') },
    ]);
    expect(merged(tiny, mine, theirs).steps.talk?.label).toEqual(said('Dialogo', 'Interview'));
    const [one, other] = APART.find(([, edit]) => edit[0] === 'change-action')!.slice(1) as [
      Edit,
      Edit,
    ];
    expect(merged(tiny, edited(tiny, one), edited(tiny, other)).actions.GO).toEqual({
      label: said('Avanti'),
      roles: ['youth', 'case-manager'],
    });
  });

  test('an arrow still leads to a step that the other moved or gave another key', () => {
    const mine = edited(tiny, [
      'add-transition',
      { from: 'one', cause: { kind: 'action', name: 'STOP' }, to: 'two' },
    ]);
    const moved = merged(tiny, mine, edited(tiny, ['move-step', { step: 'two' }]));
    expect(moved.machine.states?.care?.states?.one?.on?.STOP).toMatchObject({ target: '#two' });
    const renamed = merged(
      tiny,
      mine,
      edited(tiny, ['rename-step', { step: 'two', to: 'second' }]),
    );
    expect(renamed.machine.states?.care?.states?.one?.on?.STOP).toMatchObject({
      target: '#second',
    });
  });

  test('positions: mine stay, theirs come where I moved nothing', () => {
    const move = (step: string, x: number): Edit => [
      'set-positions',
      { positions: { [step]: { x, y: 0 } } },
    ];
    const theirs = edited(tiny, move('first', 20), move('talk', 30));
    const { steps } = merged(tiny, edited(tiny, move('first', 10)), theirs);
    expect([steps.first?.at?.x, steps.talk?.at?.x]).toEqual([10, 30]);
  });
});

describe('edits of the same thing are a question', () => {
  test('two names for one step, told of each person, with what each answer gives', () => {
    const found = theConflict(
      edited(tiny, label('talk', 'Primo')),
      edited(tiny, label('talk', 'Incontro')),
    );
    expect(found.conflict).toMatchObject({
      id: 'step/talk:label',
      element: { type: 'step', key: 'talk', step: 'talk' },
      title: said('Il passo «Colloquio»', 'The step “Colloquio”'),
    });
    expect(found.conflict.mine.did.map(({ it }) => it)).toEqual([
      'Hai cambiato il nome di «Colloquio» in «Primo»',
    ]);
    expect(found.conflict.theirs.did.map((words) => withColleague(words, 'Giulia').it)).toEqual([
      'Giulia ha cambiato il nome di «Colloquio» in «Incontro»',
    ]);
    expect(found.conflict.theirs.did.map((words) => withColleague(words, 'Giulia').en)).toEqual([
      'Giulia changed the name of “Colloquio” to “Incontro”',
    ]);
    expect(found.mine.steps.talk?.label).toEqual(said('Primo'));
    expect(found.theirs.steps.talk?.label).toEqual(said('Incontro'));
  });

  test('a step removed here, to which an arrow was drawn there: never a dangling arrow', () => {
    const mine = edited(tiny, ['remove-step', { step: 'two', arrows: 'remove' }]);
    const theirs = edited(tiny, [
      'add-transition',
      { from: 'first', cause: { kind: 'action', name: 'STOP' }, to: 'two' },
    ]);
    const found = theConflict(mine, theirs);
    expect(found.conflict.element).toEqual({ type: 'step', key: 'two', step: 'two' });
    expect(found.conflict.mine.did[0]?.it).toBe('Hai tolto il passo «Due»');
    expect(found.conflict.mine.gives.it).toBe(
      'Il passo «Due» sparisce, e con esso ciò che {who} vi ha cambiato',
    );
    expect(found.conflict.theirs.did.map(({ it }) => it)).toEqual([
      '{who} ha disegnato un passaggio da «Primo» a «Due» con l’azione «Ferma»',
    ]);
    expect(found.mine.steps.two).toBeUndefined();
    expect(sortedJson(found.mine)).toBe(sortedJson(mine));
    expect(sortedJson(found.theirs)).toBe(sortedJson(theirs));
  });

  test('a step removed here and changed there keeps all of it, or none', () => {
    const mine = edited(tiny, ['remove-step', { step: 'talk', arrows: 'bridge' }]);
    const theirs = edited(tiny, ['set-step-help', { step: 'talk', help: said('Aiuto') }]);
    const found = theConflict(mine, theirs);
    expect(found.conflict.theirs.did[0]?.it).toMatch(
      /^Con la modifica di \{who\} il testo di aiuto/,
    );
    expect(sortedJson(found.mine)).toBe(sortedJson(mine));
    expect(sortedJson(found.theirs)).toBe(sortedJson(theirs));
  });

  const CONFLICTS: readonly (readonly [string, string, Edit, Edit])[] = [
    [
      'two conditions for one arrow',
      'step/first:on.GO',
      ['set-guard', { transition: GO, guard: 'counted' }],
      ['set-guard', { transition: GO, guard: null }],
    ],
    [
      'two arrows by one action from one step',
      'step/first:on.STOP',
      ['add-transition', { from: 'first', cause: { kind: 'action', name: 'STOP' }, to: 'two' }],
      ['add-transition', { from: 'first', cause: { kind: 'action', name: 'STOP' }, to: 'end' }],
    ],
    [
      'one condition rewritten twice',
      'rule/adult',
      ['replace-rule', { rule: 'adult', is: { fact: 'participant.age', op: '>=', value: 16 } }],
      ['replace-rule', { rule: 'adult', is: { fact: 'participant.age', op: '>=', value: 21 } }],
    ],
    [
      'a step moved to two places',
      'step/first:parent',
      ['group-steps', { steps: ['first', 'talk'], group: 'around', label: said('Gruppo') }],
      ['move-step', { step: 'first', into: 'care' }],
    ],
    [
      'one action with two names',
      'action/GO:label',
      ['change-action', { action: 'GO', is: { label: said('A'), roles: ['case-manager'] } }],
      ['change-action', { action: 'GO', is: { label: said('B'), roles: ['case-manager'] } }],
    ],
  ];

  test.each(CONFLICTS)('%s', (_, id, one, other) => {
    const [mine, theirs] = [edited(tiny, one), edited(tiny, other)];
    expect(conflictsIn(mine, theirs).some((one) => one.id.includes(id))).toBe(true);
    const choose = (side: MergeChoice) =>
      Object.fromEntries(conflictsIn(mine, theirs).map((conflict) => [conflict.id, side]));
    merged(tiny, mine, theirs, choose('mine'));
    merged(tiny, mine, theirs, choose('theirs'));
  });

  test('a condition removed here and used there', () => {
    const loose = edited(tiny, [
      'add-rule',
      { rule: 'loose', is: { fact: 'case.done', op: 'known' } },
    ]);
    const mine = edited(loose, ['remove-rule', { rule: 'loose' }]);
    const theirs = edited(loose, ['set-guard', { transition: GO, guard: 'loose' }]);
    const found = theConflict(mine, theirs, loose);
    expect(found.conflict.element).toEqual({ type: 'rule', key: 'loose' });
    expect(found.theirs.machine.states?.first?.on?.GO).toMatchObject({ guard: 'loose' });
    expect(found.mine.machine.states?.first?.on?.GO).toMatchObject({ guard: 'adult' });
  });

  test('a field removed here whose answer a condition reads there', () => {
    const field = { type: 'integer', label: said('Voto') };
    const base = edited(tiny, ['add-field', { form: 'talk', field: 'mark', is: field }]);
    const mine = edited(base, ['remove-field', { form: 'talk', field: 'mark' }]);
    const theirs = edited(base, [
      'replace-rule',
      { rule: 'went-well', is: { fact: 'answer.mark', op: '>', value: 5 } },
    ]);
    const found = theConflict(mine, theirs, base);
    expect(found.conflict.id).not.toBe('pathway');
    expect(found.mine.rules['went-well']).toEqual(tiny.rules['went-well']);
    expect(found.theirs.forms.talk?.properties.mark).toEqual(field);
  });

  test('two steps, each moved into the other', () => {
    const base = edited(tiny, [
      'group-steps',
      { steps: ['first'], group: 'around', label: said('G') },
    ]);
    const mine = edited(base, ['move-step', { step: 'around', into: 'care' }]);
    const theirs = edited(base, ['move-step', { step: 'care', into: 'around' }]);
    const found = theConflict(mine, theirs, base);
    expect(Object.keys(found.mine.machine.states ?? {})).not.toContain('around');
    expect(Object.keys(found.theirs.machine.states ?? {})).not.toContain('care');
  });

  test('of three regions, another one removed on each side', () => {
    const first = { step: 'begin', label: said('Inizio') };
    const base = edited(
      tiny,
      ['make-parallel', { steps: ['one', 'two'], group: 'both', label: said('Insieme') }],
      ['add-region', { group: 'both', region: 'third', label: said('Terzo'), first }],
    );
    const regions = Object.keys(
      base.machine.states?.care?.states?.both?.states ?? base.machine.states?.both?.states ?? {},
    );
    expect(regions).toHaveLength(3);
    const remove = (region: string): Edit => ['remove-region', { region, arrows: 'remove' }];
    const [mine, theirs] = [edited(base, remove(regions[1]!)), edited(base, remove(regions[2]!))];
    const found = theConflict(mine, theirs, base);
    expect(sortedJson(found.mine)).toBe(sortedJson(mine));
    expect(sortedJson(found.theirs)).toBe(sortedJson(theirs));
  });

  test('two new steps under one name', () => {
    const add = (text: string): Edit => [
      'add-step',
      { step: 'new', label: said(text), after: 'first' },
    ];
    const found = theConflict(edited(tiny, add('A')), edited(tiny, add('B')));
    expect([found.mine.steps.new?.label.it, found.theirs.steps.new?.label.it]).toEqual(['A', 'B']);
  });

  test('a timer made longer here, and its condition changed there: one timer comes out', () => {
    const timer = { from: 'two', kind: 'timer', name: 'P3D', index: 0 };
    const mine = edited(tiny, [
      'move-transition',
      { transition: timer, from: 'two', cause: { kind: 'timer', name: 'P9D' } },
    ]);
    const found = theConflict(
      mine,
      edited(tiny, ['set-guard', { transition: timer, guard: 'adult' }]),
    );
    const timers = ({ machine }: PathwayDocument) =>
      Object.keys(machine.states?.care?.states?.two?.after ?? {});
    expect([timers(found.mine), timers(found.theirs)]).toEqual([['P9D'], ['P3D']]);
  });

  test('fields in two other orders', () => {
    const more = (field: string): Edit => [
      'add-field',
      { form: 'spare', field, is: { type: 'boolean', label: said(field) } },
    ];
    const base = edited(tiny, more('a'), more('b'));
    const order = (...names: string[]): Edit => ['order-fields', { form: 'spare', order: names }];
    const found = theConflict(
      edited(base, order('a', 'b', 'result')),
      edited(base, order('b', 'result', 'a')),
      base,
    );
    expect(Object.keys(found.theirs.forms.spare?.properties ?? {})).toEqual(['b', 'result', 'a']);
  });
});

describe('undoing an edit after a colleague’s', () => {
  test('leaves the colleague’s edits, and redoing brings mine back', () => {
    const after = edited(tiny, label('talk', 'Primo'));
    const present = edited(after, label('first', 'Altro'));
    const undone = done(inverseOf({ before: tiny, after }, present));
    expect(sortedJson(undone)).toBe(sortedJson(edited(tiny, label('first', 'Altro'))));
    const redone = done(inverseOf({ before: after, after: tiny }, undone));
    expect(sortedJson(redone)).toBe(sortedJson(present));
  });

  test('brings back a step that I removed, beside what came meanwhile', () => {
    const after = edited(tiny, ['remove-step', { step: 'two', arrows: 'bridge' }]);
    const present = edited(after, label('one', 'Altro'));
    const undone = done(inverseOf({ before: tiny, after }, present));
    expect(sortedJson(undone)).toBe(sortedJson(edited(tiny, label('one', 'Altro'))));
  });

  test('is refused with a reason where the colleague changed the same thing, or built on it', () => {
    const named = edited(tiny, label('talk', 'Primo'));
    const twice = inverseOf({ before: tiny, after: named }, edited(named, label('talk', 'Altro')));
    expect(twice).toMatchObject({ ok: false, refusal: { code: 'undo-conflict' } });
    expect(!twice.ok && twice.refusal.words.it).toContain('Il passo «Primo»');
    const added = edited(tiny, ['add-step', { step: 'new', label: said('Nuovo'), after: 'first' }]);
    const arrow = { from: 'one', cause: { kind: 'action', name: 'STOP' }, to: 'new' };
    const built = inverseOf(
      { before: tiny, after: added },
      edited(added, ['add-transition', arrow]),
    );
    expect(!built.ok && built.refusal.words.it).toContain('Il passo «Nuovo»');
  });
});

test('edits on different steps of a shipped pathway merge without a question', () => {
  for (const [, base] of SHIPPED) {
    const steps = Object.keys(base.steps);
    for (const [index, step] of steps.entries()) {
      if (index % 5 > 0) continue;
      const other = steps[(index + 1) % steps.length]!;
      const mine = edited(base, label(step, 'Mio'), ['set-stage', { steps: [step], stage: null }]);
      const theirs = edited(base, ['set-step-help', { step: other, help: said('Suo') }]);
      const { steps: both } = merged(base, mine, theirs);
      expect([both[step]?.label.it, both[other]?.help?.it]).toEqual(['Mio', 'Suo']);
    }
  }
});
