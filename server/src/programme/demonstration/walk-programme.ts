import { endSubCase } from '../../case/sub-case-end.ts';
import { No } from '../../http/problems.ts';
import { personaValues, programmeData } from '../definitions-folder.ts';
import { beginGroup, beginYouth, isRegistrable, walkerOf } from './begin-walks.ts';
import { happen, refresh } from './happen.ts';
import { Names } from './names.ts';
import { Persona } from './persona.ts';
import { Groups, planGroups } from './plan-groups.ts';
import { planYouths } from './plan-youths.ts';
import { stridesOf } from './strides.ts';
import { nextOf, type Walker } from './walker.ts';
import type { World } from './world.ts';

const SEED = 20_201_001;
const DAY_MS = 86_400_000;
const INDIVIDUAL = ['mig-work-neet', 'mig-work-precarious', 'mig-work-students'];
/** Cases of one day that walk side by side; more would only queue for the connections. */
const ABREAST = 12;

/** A walk that has not begun: when it does, and how. */
interface Beginning {
  readonly startAt: Date;
  readonly begin: () => Promise<Walker | No>;
}

const personasOf = (pathway: string) => personaValues(pathway).map((value) => Persona.parse(value));

function beginnings(world: World, today: Date): Beginning[] {
  const names = programmeData('names.json', Names);
  const youths = planYouths(INDIVIDUAL.flatMap(personasOf).filter(isRegistrable), today, SEED);
  const { groups } = programmeData('groups.json', Groups);
  const planned = planGroups(groups, personasOf('mig-work-groups'), today, SEED);
  return [
    ...youths.map((plan) => ({
      startAt: plan.startAt,
      begin: () => beginYouth(world, plan, names),
    })),
    ...planned.map((plan) => ({ startAt: plan.startAt, begin: () => beginGroup(world, plan) })),
  ].sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
}

/**
 * Walks the programme from its first day until `today`, day by day, every case through the same
 * functions as everybody's. Progress is told in days.
 */
export async function walkProgramme(
  world: World,
  today: Date,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const waiting = beginnings(world, today);
  const walkers: Walker[] = [];
  const firstDay = waiting[0]?.startAt.getTime() ?? today.getTime();
  const total = Math.ceil((today.getTime() - firstDay) / DAY_MS);
  for (let day = 1; day <= total; day += 1) {
    const until = new Date(Math.min(firstDay + day * DAY_MS, today.getTime()));
    while (waiting[0] && waiting[0].startAt <= until) {
      const walker = await waiting.shift()!.begin();
      if (walker instanceof No)
        throw new Error(`a demonstration walk cannot begin: ${walker.code}`);
      walkers.push(walker);
    }
    await walkAll(world, walkers, until);
    onProgress(day, total);
  }
  await world.server.pool.query('UPDATE edition SET open = false WHERE ends_on < $1', [today]);
}

async function walkAll(world: World, walkers: Walker[], until: Date): Promise<void> {
  const due = walkers.filter((walker) => (nextOf(walker)?.at ?? until) < until);
  const lanes = Array.from({ length: Math.min(ABREAST, due.length) }, async () => {
    for (let walker = due.shift(); walker; walker = due.shift()) {
      walkers.push(...(await walkUntil(world, walker, until)));
    }
  });
  await Promise.all(lanes);
}

/** Answers the sub-cases that were begun on the way. */
async function walkUntil(world: World, walker: Walker, until: Date): Promise<Walker[]> {
  const begun: Walker[] = [];
  for (let next = nextOf(walker); next && next.at < until; next = nextOf(walker)) {
    const before = walker.state.activities;
    await happen(world, walker, next);
    begun.push(...(await subWalkers(world, walker, before, next.at)));
    if (walker.state.status === 'done' && walker.parent) {
      const server = { ...world.server, clock: () => next.at };
      await endSubCase(server, walker.caseId);
      await refresh({ ...world, server }, walker.parent, next.at);
    }
  }
  return begun;
}

/** A sub-case that the last happening opened walks like a persona of its own pathway. */
async function subWalkers(
  world: World,
  walker: Walker,
  before: Walker['state']['activities'],
  at: Date,
): Promise<Walker[]> {
  const opened = Object.entries(walker.state.activities).filter(
    ([activity, kind]) => kind === 'pathway' && !Object.hasOwn(before, activity),
  );
  const begun: Walker[] = [];
  for (const [activity] of opened) {
    const child = await subCaseOf(world, walker.caseId, activity);
    if (!child) continue;
    const persona = walker.chance.pick(fittingPersonas(walker, activity, child.pathwayId));
    const plan = { persona, startAt: at, strides: stridesOf(persona), chance: walker.chance };
    begun.push(await walkerOf(world, plan, child.id, walker.caseManagerId, walker));
  }
  return begun;
}

async function subCaseOf(world: World, caseId: string, activity: string) {
  const { rows } = await world.server.pool.query<{ id: string; pathwayId: string }>(
    `SELECT c.id, c.pathway_id AS "pathwayId" FROM activity a JOIN "case" c ON c.id = a.sub_case_id
     WHERE a.case_id = $1 AND a.activity = $2 AND a.status IN ('open', 'accepted')`,
    [caseId, activity],
  );
  return rows[0];
}

/** Those who end as the script of the case around them expects, or else all of the pathway. */
function fittingPersonas({ strides }: Walker, activity: string, pathway: string): Persona[] {
  const all = personasOf(pathway);
  const expected = strides.find(
    ({ happening }) => happening.type === 'done' && happening.activity === activity,
  )?.happening;
  const outcome = expected?.type === 'done' ? expected.answer?.outcome : undefined;
  const fitting = all.filter((persona) => persona.outcome === outcome);
  return fitting.length > 0 ? fitting : all;
}
