import type { CaseState, PathwayDocument } from '@percorso/engine';
import type { Stride } from './persona.ts';
import type { Chance } from './random.ts';

/** One case on its way through the programme's months. */
export interface Walker {
  readonly caseId: string;
  readonly document: PathwayDocument;
  readonly startAt: Date;
  /** The case that waits for this one to end. */
  readonly parent?: Walker;
  /** From the persona's dates to this walk's. */
  readonly shiftMs: number;
  readonly chance: Chance;
  readonly caseManagerId: string;
  /** What the persona still has to do. */
  strides: readonly Stride[];
  state: CaseState;
  /** What is done without a script, such as a follow-up call: when, by the activity's name. */
  readonly routine: Map<string, Date>;
  readonly refusedTimers: Set<string>;
  /** When the edition that was chosen last ends: a course is not completed before. */
  courseEndsAt?: Date;
  /** By how much courses and internships took longer than the persona's. */
  delayMs: number;
}

/** The next thing that happens to a case. */
export type Next =
  | { readonly at: Date; readonly what: 'timer'; readonly timer: string }
  | { readonly at: Date; readonly what: 'routine'; readonly activity: string }
  | { readonly at: Date; readonly what: 'stride'; readonly stride: Stride };

/** Undefined once nothing is left to come. */
export function nextOf(walker: Walker): Next | undefined {
  if (walker.state.status === 'done') return undefined;
  const stride = walker.strides[0];
  const next = stride && strideNext(walker, stride);
  const candidates: Next[] = [
    ...Object.entries(walker.state.timers)
      .filter(([timer]) => !walker.refusedTimers.has(timer))
      .map(([timer, dueAt]): Next => ({ at: new Date(dueAt), what: 'timer', timer })),
    ...[...walker.routine].map(([activity, at]): Next => ({ at, what: 'routine', activity })),
    ...(next ? [next] : []),
  ];
  return candidates.reduce<Next | undefined>(
    (first, candidate) => (first && first.at <= candidate.at ? first : candidate),
    undefined,
  );
}

/** Undefined while a sub-case runs for whose end the script waits. */
function strideNext(walker: Walker, stride: Stride): Next | undefined {
  const { happening } = stride;
  const planned = new Date(walker.startAt.getTime() + stride.offsetMs + walker.delayMs);
  const kind = happening.type === 'done' ? walker.state.activities[happening.activity] : undefined;
  if (kind === 'pathway') return undefined;
  const { courseEndsAt } = walker;
  const isEarly = kind === 'enrolment' && courseEndsAt !== undefined && courseEndsAt > planned;
  return { at: isEarly ? courseEndsAt : planned, what: 'stride', stride };
}

/** The rest of the script moves along when something took longer than planned. */
export function takeStride(walker: Walker, stride: Stride, at: Date): void {
  walker.strides = walker.strides.slice(1);
  const planned = walker.startAt.getTime() + stride.offsetMs + walker.delayMs;
  walker.delayMs += Math.max(0, at.getTime() - planned);
}
