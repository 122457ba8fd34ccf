/** The laws of many cases at once: a plan says of each what is done with it alone. */
import {
  migrateAlike,
  migrateCase,
  migrateState,
  planMigration,
  sortedJson,
} from '@percorso/engine';
import { hold, type Judged, optionsOf } from './judged.ts';
import { circumstancesAt, type Walked } from './walks.ts';
import { CONFIGURATION_COUNT_MAX } from './world.ts';

/** The plan for all says of each what is found for it alone, and nobody is left out. */
export function holdPlan(judged: Judged, cases: readonly Walked[]): void {
  const { from, to } = judged.versions;
  const population = cases.map(({ state }) => ({ state, count: 1 }));
  const circumstances = circumstancesAt(cases[0]!.now);
  const options = { ...judged.hints, configurationsMax: CONFIGURATION_COUNT_MAX };
  const plan = planMigration(from, to, population, circumstances, options);
  const members = plan.groups.flatMap((group) => group.members).sort((a, b) => a - b);
  hold('everybody is in one group', members.join() === [...population.keys()].join(), members);
  for (const group of plan.groups) {
    for (const at of group.members) {
      const { state } = population[at]!;
      const alone = migrateState(
        ...([from, to, state, circumstances, judged.mapping, CONFIGURATION_COUNT_MAX] as const),
      );
      hold('like cases are alike', undated(alone) === undated(group.example), [
        alone,
        group.example,
      ]);
    }
  }
  hold(
    'each question is asked once',
    isSet(plan.questions.map(({ steps, choices }) => [steps, choices])),
  );
}

/** With all decisions made, the plan says of each what is then done. */
export function holdForetold(judged: Judged, cases: readonly Walked[]): void {
  const { from, to } = judged.versions;
  const circumstances = circumstancesAt(cases[0]!.now);
  const population = cases.map(({ state }) => ({ state, count: 1 }));
  const options = { ...judged.hints, ...optionsOf(judged) };
  const { groups } = planMigration(from, to, population, circumstances, options);
  const change = { from: 1, to: 2 };
  for (const { kind, members, example } of groups) {
    for (const at of members) {
      const { state } = cases[at]!;
      const done = migrateCase(
        ...([from, to, state, circumstances, judged.mapping, change, options] as const),
      );
      const codes = { 'needs-decision': 'migration-undecided', blocked: 'migration-blocked' };
      const told = kind === 'moved' || kind === 'unaffected' ? 'done' : codes[kind];
      hold('what was foretold is done', told === (done.ok ? 'done' : done.refusal.code), kind);
      if (!done.ok || !('changes' in example)) continue;
      const isSame = undated(done.changes) === undated(example.changes);
      hold('what was to be gained and lost is', isSame, [done.changes, example.changes]);
    }
  }
}

/** Who goes the way of another that is like it comes where it would have come alone. */
export function holdAlike(judged: Judged, cases: readonly Walked[]): void {
  const { from, to } = judged.versions;
  const change = { from: 1, to: 2 };
  const options = optionsOf(judged);
  const migrate = migrateAlike(from, to, judged.mapping, change, options);
  for (const { state, now } of cases) {
    const circumstances = circumstancesAt(now);
    const alone = migrateCase(
      ...([from, to, state, circumstances, judged.mapping, change, options] as const),
    );
    const like = migrate(state, circumstances);
    const come = (one: typeof alone) =>
      one.ok ? [one.state, one.effects, one.entry] : one.refusal;
    const isSame = sortedJson(come(alone)) === sortedJson(come(like));
    hold('like cases go the same way', isSame, [come(alone), come(like)]);
  }
}

/** Without what differs between like cases: facts and dates. */
function undated(one: object): string {
  const dropped = ['dueAt', 'data', 'history', 'timers', 'effects', 'resolved', 'proof', 'passage'];
  return JSON.stringify(one, (key, value) => (dropped.includes(key) ? undefined : value));
}

function isSet(values: readonly unknown[]): boolean {
  return new Set(values.map(sortedJson)).size === values.length;
}
