import {
  type CaseState,
  type Circumstances,
  type Entry,
  type MigrationRefusal,
  type Pathway,
  takeBack,
  type Words,
} from '@percorso/engine';
import { type CaseSource, factsFor, stateOf } from './case-source.ts';
import { type WrittenDown, writtenDown } from './written-down.ts';

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
      readonly written: WrittenDown;
      readonly lasting: readonly Words[];
    }
  | {
      readonly ok: false;
      readonly refusal: MigrationRefusal;
      readonly since: readonly Words[];
    };

export function doReturnJob(job: ReturnJob, pathwayOf: (text: string) => Pathway): Returned[] {
  const [before, after] = [pathwayOf(job.before), pathwayOf(job.after)];
  return job.cases.map((one) => {
    const participant = factsFor(one, before, after, job.circumstances);
    const former = JSON.parse(one.former) as CaseState;
    const done = { before, after, former, entry: JSON.parse(one.entry) as Entry };
    const state = stateOf(one);
    const taken = takeBack(done, state, { ...job.circumstances, participant });
    if (!taken.ok) return taken;
    return { ok: true, written: writtenDown(state, before, taken), lasting: taken.lasting };
  });
}
