import type { CaseEvent, CaseState } from '@percorso/engine';
import { findActivityInput } from '../../case/activity-input.ts';
import { advanceCase } from '../../case/advance-case.ts';
import { administrative } from '../../case/case-office.ts';
import { changeCase } from '../../case/change-case.ts';
import type { Actor } from '../../case/decision.ts';
import { No } from '../../http/problems.ts';
import type { Happening } from './persona.ts';
import { planRoutine, routineAnswer } from './routine.ts';
import { type Next, takeStride, type Walker } from './walker.ts';
import { answerHere, editionEnd, type World } from './world.ts';

/**
 * Lets the next thing happen, through the same step as everybody's. A case that cannot take it (a
 * timer was faster than the script, its youth withdrew) stays where it is.
 */
export async function happen(world: World, walker: Walker, next: Next): Promise<void> {
  if (next.what === 'stride') takeStride(walker, next.stride, next.at);
  if (next.what === 'routine') walker.routine.delete(next.activity);
  const there = { ...world, server: { ...world.server, clock: () => next.at } };
  const acted = await (next.what === 'stride' && next.stride.happening.type === 'participant'
    ? assign(there, walker, next.stride.happening)
    : step(there, walker, next));
  if (acted === undefined) return;
  await refresh(there, walker, next.at);
  // A timer that was refused would come again for ever.
  if (acted instanceof No && next.what === 'timer') walker.refusedTimers.add(next.timer);
}

/** Reads where the case is now. */
export async function refresh(world: World, walker: Walker, now: Date): Promise<void> {
  const { rows } = await world.server.pool.query<{ snapshot: string; status: CaseState['status'] }>(
    {
      name: 'walker-state',
      text: 'SELECT snapshot, status FROM "case" WHERE id = $1',
      values: [walker.caseId],
    },
  );
  const { snapshot, status } = rows[0]!;
  walker.state = { ...(JSON.parse(snapshot) as CaseState), status };
  planRoutine(walker, now);
}

async function assign(
  { server, coordinators }: World,
  walker: Walker,
  { facts }: Extract<Happening, { type: 'participant' }>,
) {
  if (facts.hasCaseManager !== true) return undefined;
  return changeCase(server, {
    caseId: walker.caseId,
    actor: { kind: 'person', id: walker.chance.pick(coordinators) },
    decide: () =>
      administrative(
        'assigned',
        { caseManagerId: walker.caseManagerId },
        { person: walker.caseManagerId },
      ),
  });
}

async function step(world: World, walker: Walker, next: Next) {
  const event = await eventOf(world, walker, next);
  if (!event) return undefined;
  const actor = await actorOf(world, walker, event);
  return advanceCase(world.server, { caseId: walker.caseId, actor, event });
}

async function eventOf(world: World, walker: Walker, next: Next): Promise<CaseEvent | undefined> {
  if (next.what === 'timer') return { type: 'timer', timer: next.timer };
  if (next.what === 'routine') {
    return { type: 'done', activity: next.activity, answer: routineAnswer(next.activity) };
  }
  const { happening } = next.stride;
  const { document } = walker;
  if (happening.type === 'failed') return happening;
  if (happening.type !== 'action' && happening.type !== 'done') return undefined;
  const isDone = happening.type === 'done';
  const form = isDone
    ? findActivityInput(document, happening.activity)?.form
    : document.actions[happening.action]?.form;
  const schema = form === undefined ? undefined : document.forms[form];
  const answer = await answerHere(
    world,
    schema,
    happening.answer ?? {},
    walker.shiftMs + walker.delayMs,
    next.at,
    walker.chance,
  );
  const courseEndsAt = editionEnd(world, answer);
  if (courseEndsAt) walker.courseEndsAt = courseEndsAt;
  return isDone
    ? { type: 'done', activity: happening.activity, answer }
    : { type: 'action', action: happening.action, answer };
}

async function actorOf(world: World, walker: Walker, event: CaseEvent): Promise<Actor> {
  const manager: Actor = { kind: 'person', id: walker.caseManagerId };
  if (event.type === 'timer') return { kind: 'system' };
  if (event.type === 'action') {
    const roles = walker.document.actions[event.action]?.roles ?? [];
    if (roles[0] === 'youth') return { kind: 'youth' };
    if (roles.includes('case-manager')) return manager;
    return { kind: 'person', id: walker.chance.pick(world.coordinators) };
  }
  if (event.type !== 'done' && event.type !== 'failed') return manager;
  const { rows } = await world.server.pool.query<{ organisation_id: string | null }>({
    name: 'walker-activity',
    text: `SELECT organisation_id FROM activity
           WHERE case_id = $1 AND activity = $2 AND status IN ('open', 'accepted')`,
    values: [walker.caseId, event.activity],
  });
  const operator = world.operators.get(rows[0]?.organisation_id ?? '');
  return operator ? { kind: 'person', id: operator } : manager;
}
