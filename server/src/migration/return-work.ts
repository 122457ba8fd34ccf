import {
  type CaseState,
  type Circumstances,
  type Effect,
  type Entry,
  type MigrationRefusal,
  type Pathway,
  presentSteps,
  takeBack,
  type Words,
} from '@percorso/engine';
import { type CaseSource, factsFor, stateOf } from './case-source.ts';

/** Puts some cases back on the version from which a migration took them. */
export interface ReturnJob {
  readonly kind: 'return';
  readonly before: string;
  readonly after: string;
  readonly circumstances: Omit<Circumstances, 'participant'>;
  readonly cases: readonly MovedSource[];
}

/** A case that was moved: as it is now, as it was, and the entry of its trace that tells how. */
export interface MovedSource extends CaseSource {
  readonly former: string;
  readonly entry: string;
}

export type Returned =
  | {
      readonly ok: true;
      readonly state: CaseState;
      readonly steps: readonly string[];
      readonly effects: readonly Effect[];
      readonly entry: Entry;
      readonly activitiesRevised: readonly string[];
      readonly lasting: readonly Words[];
    }
  | {
      readonly ok: false;
      readonly refusal: MigrationRefusal;
      readonly lasting: readonly Words[];
    };

export function doReturnJob(job: ReturnJob, pathwayOf: (text: string) => Pathway): Returned[] {
  const [before, after] = [pathwayOf(job.before), pathwayOf(job.after)];
  return job.cases.map((one) => {
    const participant = factsFor(one, before, after, job.circumstances);
    const former = JSON.parse(one.former) as CaseState;
    const done = { before, after, former, entry: JSON.parse(one.entry) as Entry };
    const taken = takeBack(done, stateOf(one), { ...job.circumstances, participant });
    return taken.ok ? { ...taken, steps: presentSteps(before, taken.state) } : taken;
  });
}
