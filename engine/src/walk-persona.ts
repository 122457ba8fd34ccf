import type { Pathway, Refusal } from './case.ts';
import type { Outcome } from './document.ts';
import { addDuration } from './duration.ts';
import { firstMoment, type Moment, nextMoment } from './moment.ts';
import { innermostSteps } from './pathway.ts';
import type { Persona, Stride } from './persona.ts';

/** Where a walk first went another way than the persona says. */
export interface PersonaTrouble {
  /** The index of the stride; -1 at the start, the number of strides at the end. */
  readonly at: number;
  readonly what:
    | { readonly kind: 'refused'; readonly refusal: Refusal }
    /** What the persona says is refused was done. */
    | { readonly kind: 'not-refused' }
    | {
        readonly kind: 'elsewhere';
        readonly expected: readonly string[];
        readonly found: readonly string[];
      }
    | {
        readonly kind: 'outcome';
        readonly expected: Outcome | undefined;
        readonly found: Outcome | undefined;
      };
}

export interface PersonaWalk {
  /** The start and what each stride led to, as far as the persona came. */
  readonly moments: readonly Moment[];
  readonly trouble?: PersonaTrouble;
}

/** Walks a persona through the engine, until the end or the first stride that goes another way. */
export function walkPersona(pathway: Pathway, persona: Persona, timeZone: string): PersonaWalk {
  const begun = firstMoment(pathway, persona, timeZone);
  if (!begun.ok) return { moments: [], trouble: { at: -1, what: refused(begun.refusal) } };
  const moments = [begun.moment];
  for (const [at, stride] of persona.walk.entries()) {
    const before = afterPause(moments.at(-1)!, stride, timeZone);
    const taken = nextMoment(pathway, before, stride.do, timeZone);
    if (!taken.ok) return { moments, trouble: { at, what: refused(taken.refusal) } };
    moments.push(taken.moment);
    const what = elsewhere(pathway, stride.steps, taken.moment);
    if (what) return { moments, trouble: { at, what } };
  }
  const found = moments.at(-1)!.state.outcome;
  const { outcome: expected, walk } = persona;
  if (found === expected) return { moments };
  return { moments, trouble: { at: walk.length, what: { kind: 'outcome', expected, found } } };
}

/** The moment when a stride is taken: the same one, later. */
function afterPause(moment: Moment, stride: Stride, timeZone: string): Moment {
  if (!stride.after) return moment;
  return { ...moment, now: addDuration(moment.now, stride.after, timeZone) };
}

function refused(refusal: Refusal | undefined): PersonaTrouble['what'] {
  return refusal ? { kind: 'refused', refusal } : { kind: 'not-refused' };
}

/** Where a stride led, if that is not where the persona says. */
export function elsewhere(
  pathway: Pathway,
  steps: Stride['steps'],
  { state }: Moment,
): Extract<PersonaTrouble['what'], { kind: 'elsewhere' }> | undefined {
  if (!steps) return undefined;
  const expected = steps.toSorted();
  const found = innermostSteps(pathway, state).toSorted();
  return expected.join() === found.join() ? undefined : { kind: 'elsewhere', expected, found };
}
