import { parseDocument } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { addCase, publish } from '../case/testing.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { coordinator } from '../drafts/testing.ts';
import { useTestApi } from '../http/testing.ts';
import { asking, partOf, planned, publishNext, type Stage, step, work } from './testing.ts';
import { crossroads, parted } from './testing-crossroads.ts';

const api = useTestApi();
const { server } = api;

/** Two wait on track A and one on B; nobody can go on where the others can. */
async function ready(tracks: readonly (string | null)[] = ['A', 'A', 'B']) {
  const pathway = `crossroads-${server.newId().slice(-8)}`;
  const parsed = parseDocument(crossroads(pathway));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await publish(server, parsed.document);
  const ada = await coordinator(api);
  const inside: Stage = { pathway, ada, bea: ada, choosing: [], attending: [], late: [] };
  const cases: string[] = [];
  for (const action of tracks) {
    const id = await addCase(server, pathway, ada.id);
    if (action) await step(server, id, { type: 'action', action, answer: {} });
    cases.push(id);
  }
  const version = await publishNext(api, inside, parted);
  return { inside, cases, plan: await planned(api, inside, version) };
}

async function decided({ ada }: Stage, { id, revision }: MigrationView, answer: object) {
  const body = { version: 1, steps: ['waiting'], ...answer };
  await api.ask('decideGroup', asking(ada, id, { revision, body }));
  return work(api, ada, id);
}

const goOn = (at: string) => ({ decision: { kind: 'place', at: [at] } });
/** By their choices: in which order they come depends on the cases' ids, which are random. */
const choicesOf = ({ questions }: MigrationView) =>
  questions
    .map(({ choices, count }) => [choices.map(({ at }) => at.join()).join(), count] as const)
    .toSorted(([one], [other]) => one.localeCompare(other));

const stay = (choice?: string) => ({
  ...{ decision: { kind: 'stay' } },
  ...(choice && { choice: [choice] }),
});
const takeBack = (choice?: string) => ({ ...stay(choice), decision: { kind: 'open' } });

describe('two questions about the same step, without an answer that suits everybody', () => {
  it('are both answered, whichever comes first', async () => {
    const { inside, plan } = await ready();
    expect(choicesOf(plan)).toEqual([
      ['track-a', 2],
      ['track-b', 1],
    ]);
    const second = await decided(inside, plan, goOn('track-b'));
    expect(choicesOf(second)).toEqual([['track-a', 2]]);
    const both = await decided(inside, second, goOn('track-a'));
    expect(both).toMatchObject({
      questions: [],
      decisions: [{ at: ['track-b'] }, { at: ['track-a'] }],
      counts: { moved: 3, 'needs-decision': 0 },
    });
    await api.ask('startMigration', asking(inside.ada, both.id, { revision: both.revision }));
    expect((await work(api, inside.ada, both.id)).cases).toEqual({ moved: 3 });
  });

  it('are opened again each by itself', async () => {
    const { inside, plan } = await ready();
    const first = await decided(inside, plan, goOn('track-a'));
    const both = await decided(inside, first, goOn('track-b'));
    const one = await decided(inside, both, takeBack('track-a'));
    expect(one).toMatchObject({ decisions: [{ at: ['track-b'] }], counts: { moved: 1 } });
    expect(choicesOf(one)).toEqual([['track-a', 2]]);
    const again = await decided(inside, one, goOn('track-a'));
    const none = await decided(inside, again, takeBack());
    expect(none).toMatchObject({ decisions: [], counts: { 'needs-decision': 3 } });
  });

  it('leave only those of the one where they are', async () => {
    const { inside, plan } = await ready();
    const first = await decided(inside, plan, stay('track-a'));
    expect(choicesOf(first)).toEqual([['track-b', 1]]);
    expect(first.counts).toMatchObject({ staying: 2, 'needs-decision': 1 });
    const both = await decided(inside, first, goOn('track-b'));
    expect(both).toMatchObject({
      decisions: [{ at: null, insteadOf: [['track-a']] }, { at: ['track-b'] }],
      counts: { staying: 2, moved: 1 },
    });
    const back = await decided(inside, both, takeBack('track-a'));
    expect(choicesOf(back)).toEqual([['track-a', 2]]);
    expect(back.decisions).toMatchObject([{ at: ['track-b'] }]);
  });

  it('are told apart by a choice, and nothing is answered where that is left open', async () => {
    const { inside, plan } = await ready();
    const inVain = (answer: object) => {
      const body = { version: 1, steps: ['waiting'], ...answer };
      const asked = asking(inside.ada, plan.id, { revision: plan.revision, body });
      return api.askInVain('decideGroup', 'migration-choice-unknown', asked);
    };
    expect(await inVain(stay())).toMatchObject({ path: 'decision' });
    expect(await inVain(goOn('choosing'))).toMatchObject({ path: 'decision' });
    expect(await inVain(takeBack('track-a'))).toMatchObject({ path: 'steps' });
  });
});

it('that somebody stays is said of those whose question was answered so, and of nobody else', async () => {
  const { inside, cases, plan } = await ready(['A', null, null]);
  const stays = await decided(inside, plan, stay());
  expect(stays).toMatchObject({ questions: [], counts: { staying: 1 } });
  await api.ask('startMigration', asking(inside.ada, stays.id, { revision: stays.revision }));
  // Two come to the same step before it is their turn: to the question that was answered, and to
  // another that nobody was asked.
  for (const [at, action] of ['A', 'B'].entries()) {
    await step(server, cases[at + 1]!, { type: 'action', action, answer: {} });
  }
  expect((await work(api, inside.ada, stays.id)).cases).toEqual({ parked: 3 });
  const reasons = await Promise.all(cases.map((id) => partOf(server, stays, id)));
  const decidedSo = 'È stato deciso che resta sulla sua versione.';
  expect(reasons.map(({ reason }) => reason.it)).toEqual([
    decidedSo,
    decidedSo,
    expect.stringContaining('Prima va deciso: '),
  ]);
});

it('an answer that holds for nobody any more gives way to the next', async () => {
  const { inside, plan } = await ready();
  const first = await decided(inside, plan, goOn('track-a'));
  const third = await publishNext(api, inside, (document) => {
    const states = document.machine.states;
    const { 'track-a': gone, ...others } = states.learning.states;
    states.learning.states = { other: { ...gone, id: 'other' }, ...others };
    states.learning.initial = 'other';
    states.choosing.on.A.target = '#other';
    document.steps.other = document.steps['track-a'];
    delete document.steps['track-a'];
  });
  const next = await planned(api, inside, third, { decisionsOf: first.id });
  expect(next.decisions).toEqual([]);
  const answered = await decided(inside, next, goOn('other'));
  const { rows } = await server.pool.query(
    'select decisions from pathway_migration where id = $1',
    [answered.id],
  );
  expect(rows).toMatchObject([{ decisions: [{ at: ['other'] }] }]);
});
