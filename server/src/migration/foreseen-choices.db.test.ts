/** What a question's choices say before one is chosen, against what becomes of everybody then. */
import { describe, expect, it } from 'vitest';
import { addCase, addEdition } from '../case/testing.ts';
import type { ChoiceForeseen } from '../contract/migration-changes.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { useTestApi } from '../http/testing.ts';
import { asking, step, work } from './testing.ts';
import {
  blockedIn,
  type Drawn,
  lab,
  label,
  parted,
  several,
  useResting,
  waitsIn,
} from './testing-seats.ts';

const api = useTestApi();
const { server } = api;
const { people, begun, redrawn, planOf, set, expectKept } = useResting(api);

const choiceOf = ({ questions }: MigrationView, at: string) => {
  const choices = questions.flatMap((question) => question.choices);
  return choices.find((one) => one.at.join() === at)!;
};
const saidOf = (plan: MigrationView, at: string): ChoiceForeseen => choiceOf(plan, at).foreseen!;
const blockedBy = ({ blocked }: ChoiceForeseen) =>
  blocked.map(({ reason, count }): [string, number] => [reason.it, count]);

async function answered({ id, revision }: MigrationView, at: string, steps = ['rest']) {
  const body = { version: 1, steps, decision: { kind: 'place', at: [at] } };
  await api.ask('decideGroup', asking(people.ada, id, { revision, body }));
  return work(api, people.ada, id);
}

/** A part of a step: first one thing, then it is through. */
const part = (name: string, firsts: readonly string[]) => ({
  id: name,
  initial: firsts[0]!,
  states: {
    ...Object.fromEntries(
      firsts.map((first, at) => [
        first,
        {
          id: first,
          on: {
            [name.toUpperCase()]: { target: `#${name}-through` },
            ...(at + 1 < firsts.length && { GO: { target: `#${firsts[at + 1]}` } }),
          },
        },
      ]),
    ),
    [`${name}-through`]: { id: `${name}-through`, type: 'final' },
  },
});

/** Whoever is at both does two things beside each other. */
function withBoth(document: Drawn, left: readonly string[], right: readonly string[]): void {
  const { choosing } = document.machine.states;
  document.machine.states.both = {
    ...{ id: 'both', type: 'parallel', onDone: { target: '#finished' } },
    states: { left: part('left', left), right: part('right', right) },
  };
  const names = ['both', 'left', 'right', 'left-through', 'right-through', ...left, ...right];
  for (const name of names) document.steps[name] = { label: label(name), stage: 'one' };
  for (const action of ['LEFT', 'RIGHT', 'BOTH', 'GO']) {
    document.actions[action] = { label: label(action), roles: ['case-manager'] };
  }
  choosing.on.BOTH = { target: '#both' };
}

describe('the choices of a question', () => {
  it('say who would be blocked and why, and that is what becomes of them', async () => {
    const inside = await begun();
    const [open, closed] = [
      await addEdition(server, 'training', 9),
      await addEdition(server, 'training', 9),
    ];
    const partner = 'cesvip';
    await inside.rest({ edition: open, partner });
    await several(2, () => inside.rest({ edition: closed, partner }));
    await several(3, () => inside.rest({ partner }));
    await inside.rest({ edition: open, partner: 'passing' });
    const version = await redrawn(inside, parted);
    await set(closed, 'open = false');
    await server.pool.query("delete from organisation where id = 'passing'");
    const plan = await planOf(inside, version);
    expect(plan.counts).toMatchObject({ 'needs-decision': 7, blocked: 0 });
    const nothing = { blocked: [], waiting: [], othersWaiting: [], undecided: 0 };
    expect(saidOf(plan, 'outside')).toEqual(nothing);
    const said = saidOf(plan, 'within');
    expect(said).toMatchObject({ waiting: [], othersWaiting: [], undecided: 0 });
    expect(blockedBy(said)).toEqual([
      ['Per «Laboratorio» non è ancora stata scelta un’edizione.', 3],
      ['Le iscrizioni a «Corso, dal 1 dicembre 2026» sono chiuse.', 2],
      ['«Visita» è affidato a un’organizzazione che non c’è.', 1],
    ]);
    expect(said.blocked[0]!.unlock.en).toContain('Choose the edition first');
    const within = await answered(plan, 'within');
    expect(within.counts).toMatchObject({ moved: 1, blocked: 6 });
    expect(new Map(blockedIn(within) as [string, number][])).toEqual(new Map(blockedBy(said)));
    await expectKept(within);
  });

  it('say who would wait for a seat, and who else would because of them', async () => {
    const inside = await begun();
    const edition = await addEdition(server, 'training', 3);
    const [partner, roomy] = ['cesvip', await addEdition(server, 'training', 9)];
    await several(4, () => inside.rest({ edition, partner }));
    await inside.rest({ edition: roomy, partner });
    // Cases go over in the order of their ids, which begin with the time.
    server.advanceBy(1000);
    const late = async () => {
      const id = await addCase(server, inside.pathway, people.ada.id);
      const act = (action: string, answer = {}) =>
        step(server, id, { type: 'action', action, answer });
      await act('ENROL', { edition });
      await act('LEAVE');
      server.advanceBy(7 * 86_400_000);
      await step(server, id, { type: 'timer', timer: 'xstate.after.P7D.choosing' });
      server.advanceBy(-7 * 86_400_000);
      return id;
    };
    await several(2, late);
    const version = await redrawn(inside, (document) => {
      parted(document);
      document.machine.states.late.invoke = { ...lab, id: 'evening' };
    });
    const plan = await planOf(inside, version);
    expect(plan.counts).toMatchObject({ 'needs-decision': 5, moved: 2 });
    expect(waitsIn(plan)).toEqual([]);
    expect(saidOf(plan, 'outside')).toMatchObject({ waiting: [], othersWaiting: [] });
    const said = saidOf(plan, 'within');
    expect(said.waiting).toMatchObject([{ key: edition, count: 1 }]);
    expect(said.othersWaiting).toMatchObject([{ key: edition, count: 2 }]);
    const within = await answered(plan, 'within');
    expect(
      waitsIn(within)
        .map(({ count }) => count)
        .toSorted(),
    ).toEqual([1, 2]);
    await expectKept(within);
  });

  it('count nobody who is excepted, and are found out anew when somebody is', async () => {
    const inside = await begun();
    const edition = await addEdition(server, 'training', 1);
    const partner = 'cesvip';
    const [first, last] = [
      await inside.rest({ edition, partner }),
      (await several(2, () => inside.rest({ edition, partner })))[1]!,
    ];
    const unknown = await inside.rest({ partner });
    const plan = await planOf(inside, await redrawn(inside, parted));
    expect(saidOf(plan, 'within')).toMatchObject({ waiting: [{ count: 2 }], blocked: [{}] });
    const body = { reason: 'Resta con le regole di prima' };
    for (const id of [first, unknown, last]) {
      const params = { id: plan.id, case: id };
      await api.ask('exceptCase', { as: people.ada.token, params, body });
      await work(api, people.ada, plan.id);
    }
    const left = await work(api, people.ada, plan.id);
    const nothing = { blocked: [], waiting: [], othersWaiting: [], undecided: 0 };
    expect(saidOf(left, 'within')).toEqual(nothing);
  });

  it('say of whom another question decides, and that one says what comes of them', async () => {
    const inside = await begun((document) => withBoth(document, ['left-old'], ['right-old']));
    const edition = await addEdition(server, 'training', 1);
    await several(2, async () => {
      const id = await addCase(server, inside.pathway, people.ada.id);
      const act = (action: string, answer = {}) =>
        step(server, id, { type: 'action', action, answer });
      await act('ENROL', { edition });
      await act('LEAVE');
      await act('BOTH');
      return id;
    });
    const version = await redrawn(inside, (document) => {
      for (const name of ['left-old', 'right-old']) delete document.steps[name];
      withBoth(document, ['left-one', 'left-two'], ['right-one', 'right-two']);
      const { left, right } = document.machine.states.both.states;
      left.states['left-two'].invoke = [lab];
      // Else it would be taken for the step that there was.
      const input = { label: label('Colloquio'), assignee: { role: 'case-manager' } };
      right.states['right-two'].invoke = [{ id: 'chat', src: 'task', input }];
    });
    const plan = await planOf(inside, version);
    expect(plan.questions.map(({ steps }) => steps.join()).toSorted()).toEqual([
      'left-old',
      'right-old',
    ]);
    const unknown = { blocked: [], waiting: [], othersWaiting: [], undecided: 2 };
    expect(saidOf(plan, 'left-two')).toEqual(unknown);
    const first = await answered(plan, 'left-two', ['left-old']);
    const said = saidOf(first, 'right-two');
    expect(said).toMatchObject({ waiting: [{ key: edition, count: 1 }], undecided: 0 });
    const second = await answered(first, 'right-two', ['right-old']);
    expect(waitsIn(second)).toMatchObject([{ key: edition, count: 1 }]);
    await expectKept(second);
  });
});
