import { type CaseState, openActivities } from '@percorso/engine';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DeviationAsked, DeviationsView } from '../../contract/deviations.ts';
import { addSomebody, type Somebody, useTestApi } from '../../http/testing.ts';
import { loadOrganisations } from '../../programme/load-organisations.ts';
import { publishPathways } from '../../programme/publish-pathways.ts';
import { addCase, COURSE, publish } from '../testing.ts';
import { deskOf, VISITED } from './testing.ts';

const api = useTestApi();
const { server } = api;
let coordinator: Somebody;

const label = (text: string) => ({ it: text, en: text });

/** The course with a step where one doesn't stay, one without a way out, and two side by side. */
const ODD = {
  ...COURSE,
  id: 'odd',
  steps: {
    ...COURSE.steps,
    ...{ passing: { label: label('Passaggio') }, pit: { label: label('Buca') } },
    ...{ both: { label: label('Insieme') }, one: { label: label('Uno') } },
    two: { label: label('Due') },
  },
  machine: {
    ...COURSE.machine,
    id: 'odd',
    on: {},
    states: {
      ...COURSE.machine.states,
      passing: { id: 'passing', always: { target: '#late' } },
      pit: { id: 'pit' },
      both: {
        ...{ type: 'parallel', id: 'both' },
        states: { one: { id: 'one' }, two: { id: 'two' } },
        on: { LEAVE: { target: '#choosing' } },
      },
    },
  },
};

beforeAll(async () => {
  coordinator = await addSomebody(server, ['coordinator', 'case-manager']);
  await publishPathways(server, server.clock());
  await loadOrganisations(server);
  await publish(server, COURSE);
  await publish(server, ODD);
});

async function desk(pathway: string) {
  const id = await addCase(server, pathway, coordinator.id);
  return { id, ...deskOf(api, coordinator, id) };
}

/** What is open and what runs is the same in the state and in the rows. */
async function expectRows(id: string): Promise<void> {
  const { rows } = await server.pool.query(
    `SELECT c.snapshot, c.steps, array(SELECT activity FROM activity a WHERE a.case_id = c.id
         AND a.status IN ('open', 'accepted') ORDER BY 1) AS open,
       array(SELECT timer FROM timer t WHERE t.case_id = c.id ORDER BY 1) AS timers
     FROM "case" c WHERE c.id = $1`,
    [id],
  );
  const state = JSON.parse(rows[0].snapshot) as CaseState;
  expect(new Set(rows[0].open)).toEqual(new Set(Object.keys(openActivities(state))));
  expect(rows[0].open).toHaveLength(Object.keys(openActivities(state)).length);
  expect(new Set(rows[0].timers)).toEqual(new Set(Object.keys(state.timers)));
}

/** One of the things that are offered, chosen by two numbers. */
function chosen(view: DeviationsView, kind: number, which: number): DeviationAsked | undefined {
  const at = <T>(list: readonly T[]): T | undefined => list[which % Math.max(1, list.length)];
  const [skip, back, to, task] = [at(view.skip), at(view.goBack), at(view.goTo), at(view.tasks)];
  const by = at([{ role: 'coordinator' as const }, { role: 'case-manager' as const }])!;
  const choices: (DeviationAsked | undefined)[] = [
    skip && { type: 'skip', from: skip.from.step, to: at(skip.to)!.step },
    back && { type: 'go-back', to: back.step },
    to && { type: 'go-to', to: to.step },
    { type: 'add-task', label: `Compito ${which}`, assignee: by },
    task && { type: 'withdraw-task', activity: task.activity },
    view.undo && !view.undo.refusal ? { type: 'undo', of: view.undo.of } : undefined,
    view.undo && !view.undo.refusal ? { type: 'undo', of: view.undo.of } : undefined,
  ];
  return choices[kind];
}

const wandering = fc.array(fc.tuple(fc.nat(6), fc.nat(50)), { minLength: 4, maxLength: 10 });

describe('wherever a case is taken', () => {
  it.each(['mig-work-neet', 'course'])(
    'its rows and its trace agree with its state: %s',
    async (pathway) => {
      const walk = fc.asyncProperty(wandering, async (strides) => {
        const { id, ...mine } = await desk(pathway);
        for (const [kind, which] of strides) {
          const asked = chosen(await mine.deviations(), kind, which);
          if (!asked) continue;
          const preview = await api.send('previewDeviation', {
            ...{ as: coordinator.token, params: { id }, body: asked },
          });
          const sent = await api.send('deviate', await mine.deviating(asked));
          // What the preview allows is done, and what it refuses is not.
          expect(sent.status).toBe(preview.status);
          expect(sent.status, await sent.text()).toBeLessThan(500);
          await expectRows(id);
        }
        await mine.expectProof();
      });
      await fc.assert(walk, { numRuns: 6 });
    },
  );

  it('it is not taken where it could not stay, or from where no outcome is reached', async () => {
    const mine = await desk('odd');
    await mine.refused('no-place-to-stay', { type: 'go-to', to: 'passing' });
    await mine.refused('no-outcome', { type: 'go-to', to: 'pit' });
    await mine.deviate({ type: 'go-to', to: 'both' });
    await mine.refused('already-there', { type: 'go-to', to: 'one' });
    await mine.expectProof();
  });

  it('it is not taken where the work would be given to nobody', async () => {
    const { visiting } = VISITED.machine.states;
    const input = { ...visiting.invoke.input, assignee: { organisation: 'nobody' } };
    const states = {
      ...VISITED.machine.states,
      visiting: { ...visiting, invoke: { ...visiting.invoke, input } },
    };
    const machine = { ...VISITED.machine, id: 'orphan', states };
    await publish(server, { ...VISITED, id: 'orphan', machine } as { id: string });
    const mine = await desk('orphan');
    const problem = await mine.refused('organisation-unknown', { type: 'go-to', to: 'visiting' });
    expect(problem.detail).toContain('un’organizzazione che non c’è');
    await mine.expectProof();
  });

  it('the figures do not count what was undone', async () => {
    const convened = async () =>
      (await api.ask('readOverview', { as: coordinator.token })).convened as number;
    const mine = await desk('mig-work-neet');
    const before = await convened();
    await mine.deviate({ type: 'go-to', to: 'convened' });
    expect(await convened()).toBe(before + 1);
    await mine.undo();
    expect(await convened()).toBe(before);
  });
});
