import type { CaseState } from '@percorso/engine';
import { openGroupCase } from '../../case/group-case.ts';
import { AGE_MAX, AGE_MIN, pathwayFor, register } from '../../case/registration.ts';
import { Registration } from '../../contract/registration.ts';
import type { Role } from '../../contract/words.ts';
import { No } from '../../http/problems.ts';
import { refresh } from './happen.ts';
import type { Names } from './names.ts';
import { inventYouth } from './names.ts';
import type { Persona } from './persona.ts';
import type { PlannedGroup } from './plan-groups.ts';
import type { PlannedYouth } from './plan-youths.ts';
import type { Walker } from './walker.ts';
import { documentOf, type World } from './world.ts';

const Situation = Registration.shape.situation;

const UNKNOWN: CaseState = {
  status: 'active',
  value: {},
  history: {},
  data: {},
  activities: {},
  timers: {},
};

/** Would a youth like this persona be registered on the persona's pathway? */
export function isRegistrable({ participant, pathway }: Persona): boolean {
  const situation = Situation.safeParse(participant.situation);
  const age = Number(participant.age);
  const isOurAge = age >= AGE_MIN && age <= AGE_MAX;
  return isOurAge && situation.success && pathwayFor(situation.data, age) === pathway;
}

/** Pre-registers a youth through the public form's own function. */
export async function beginYouth(
  world: World,
  plan: PlannedYouth,
  names: Names,
): Promise<Walker | No> {
  const server = { ...world.server, clock: () => plan.startAt };
  const receipt = await register(server, inventYouth(plan, names));
  if (receipt instanceof No) return receipt;
  const { rows } = await server.pool.query<{ id: string }>(
    'SELECT id FROM "case" WHERE receipt_code = $1',
    [receipt.code],
  );
  return walkerOf(world, plan, rows[0]!.id, plan.chance.pick(world.caseManagers));
}

/** Opens a group's case as a coordinator does. */
export async function beginGroup(world: World, plan: PlannedGroup): Promise<Walker | No> {
  const server = { ...world.server, clock: () => plan.startAt };
  const coordinator = {
    id: plan.chance.pick(world.coordinators),
    name: '',
    email: '',
    language: 'it' as const,
    organisation: null,
    roles: ['coordinator'] as Role[],
  };
  const { name, groupKind, headCount } = plan.group;
  const caseId = await openGroupCase(server, coordinator, {
    subject: 'group',
    pathway: plan.persona.pathway,
    name,
    groupKind,
    headCount,
  });
  if (caseId instanceof No) return caseId;
  return walkerOf(world, plan, caseId, plan.chance.pick(world.caseManagers));
}

/** A case that stands at its start, with the rest of its walk before it. */
export async function walkerOf(
  world: World,
  {
    persona,
    startAt,
    strides,
    chance,
  }: Pick<PlannedYouth, 'persona' | 'startAt' | 'strides' | 'chance'>,
  caseId: string,
  caseManagerId: string,
  parent?: Walker,
): Promise<Walker> {
  const walker: Walker = {
    caseId,
    document: await documentOf(world, persona.pathway),
    startAt,
    shiftMs: startAt.getTime() - Date.parse(persona.start),
    chance,
    caseManagerId,
    strides,
    state: UNKNOWN,
    routine: new Map(),
    refusedTimers: new Set(),
    delayMs: 0,
    ...(parent ? { parent } : {}),
  };
  await refresh(world, walker, startAt);
  return walker;
}
