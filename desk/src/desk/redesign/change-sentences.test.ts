import type { GroupChanges } from '@percorso/server/contract';
import { describe, expect, it } from 'vitest';
import { changeSentences } from './change-sentences.ts';
import { nothing, words } from './testing.ts';

const talk = { key: 'talk', kind: 'task', label: words('Colloquio') };
const seat = { key: 'seat', kind: 'enrolment', label: words('Corso') };
const meeting = { key: 'meeting', kind: 'appointment', label: words('Incontro') };
const inside = { key: 'inside', kind: 'pathway', label: words('Tirocinio') };

const names = (changes: Partial<GroupChanges>, isBrief = false) =>
  changeSentences({ ...nothing, ...changes }, isBrief).map(({ tone, name }) => [tone, name]);

describe('the sentences of a change', () => {
  it('are none where nothing changes', () => {
    expect(changeSentences(nothing)).toEqual([]);
  });

  it('tell what a youth waits for and a task apart, and put losses first', () => {
    const withdrawn = [inside, seat, talk, meeting];
    expect(names({ opened: [talk, seat, meeting], withdrawn })).toEqual([
      ['loses', 'withdrawn-appointment'],
      ['loses', 'withdrawn-enrolment'],
      ['loses', 'withdrawn-pathway'],
      ['loses', 'withdrawn-task'],
      ['gains', 'opened-appointment'],
      ['gains', 'opened-enrolment'],
      ['gains', 'opened-task'],
    ]);
  });

  it('say of what is kept whether it reads anew', () => {
    const kept = { kept: [talk, inside], revised: ['talk'] };
    expect(names(kept)).toEqual([
      ['changes', 'kept-revised'],
      ['keeps', 'kept-pathway'],
    ]);
    expect(names(kept, true)).toEqual([['changes', 'kept-revised']]);
  });

  it('put several of a kind into one sentence', () => {
    const other = { ...talk, key: 'other', label: words('Visita') };
    const [sentence] = changeSentences({ ...nothing, opened: [talk, other] });
    expect(sentence!.about.map(({ it: label }) => label)).toEqual(['Colloquio', 'Visita']);
  });

  it('say of an edition that is too small how many wait, beside the seats that are needed', () => {
    const waiting = [{ key: 'e', label: words('Corso, dal 1 dicembre'), count: 28 }];
    const told = changeSentences({ ...nothing, opened: [seat], waiting, actionsGained: [talk] });
    expect(told.map(({ name }) => name)).toEqual(['opened-enrolment', 'waiting', 'actions-gained']);
    expect(told[1]).toMatchObject({ people: 28, about: [{ it: 'Corso, dal 1 dicembre' }] });
  });

  it('say of a task that passes to somebody else from whom and to whom, in one', () => {
    const passing = { ...talk, from: words('da Cesvip'), to: words('a Formaper') };
    const told = changeSentences({ ...nothing, handedOn: [passing, { ...passing, key: 'two' }] });
    expect(told).toMatchObject([
      { tone: 'changes', name: 'handed-on', from: { it: 'da Cesvip' }, to: { it: 'a Formaper' } },
      { tone: 'changes', name: 'handed-on' },
    ]);
  });

  it('say of a deadline where it is and how long it takes', () => {
    const step = { step: 's', label: words('Seguito'), stage: null, stageLabel: null, colour: '' };
    const [sentence] = changeSentences({ ...nothing, timersSet: [{ step, duration: 'P9D' }] });
    expect(sentence).toMatchObject({
      tone: 'gains',
      name: 'timer-set',
      about: [{ it: 'Seguito' }],
      duration: { it: 'dopo 9 giorni' },
    });
  });

  it('have words in every catalogue, with a plural where there can be several', async () => {
    const { default: catalogue } = await import('../../words/it/redesign.json');
    const all = Object.keys(catalogue.change).map((name) => name.replace(/_[a-z]+$/, ''));
    const step = { step: 's', label: words('S'), stage: null, stageLabel: null, colour: '' };
    const every = Object.fromEntries(
      Object.keys(nothing).map((name) => [
        name,
        name.startsWith('timers')
          ? [{ step, duration: 'P1D' }]
          : name === 'historyForgotten'
            ? [step]
            : [talk, seat, inside, meeting],
      ]),
    ) as unknown as GroupChanges;
    const told = [
      ...changeSentences({ ...every, revised: [] }),
      ...changeSentences({ ...every, revised: ['talk'] }),
    ];
    expect(told.filter(({ name }) => !all.includes(name))).toEqual([]);
    const unsaid = all.filter(
      (name) => name !== 'nothing' && !told.some((one) => one.name === name),
    );
    expect(unsaid).toEqual([]);
  });
});
