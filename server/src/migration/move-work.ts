import {
  type Circumstances,
  type Decision,
  type MigrationRefusal,
  mapSteps,
  migrateAlike,
  type Pathway,
} from '@percorso/engine';
import { type CaseSource, factsFor, stateOf } from './case-source.ts';
import { type WrittenDown, writtenDown } from './written-down.ts';

/** Carries some cases of a version over to another. */
export interface MoveJob {
  readonly kind: 'move';
  readonly before: string;
  readonly after: string;
  readonly versions: { readonly from: number; readonly to: number };
  readonly renamedSteps: Readonly<Record<string, string>>;
  readonly decisions: readonly Decision[];
  readonly circumstances: Omit<Circumstances, 'participant'>;
  readonly cases: readonly CaseSource[];
}

export type Moved =
  | {
      readonly ok: true;
      readonly written: WrittenDown;
      readonly activitiesRevised: readonly string[];
    }
  | { readonly ok: false; readonly refusal: MigrationRefusal };

export function doMoveJob(job: MoveJob, pathwayOf: (text: string) => Pathway): Moved[] {
  const before = pathwayOf(job.before);
  const after = pathwayOf(job.after);
  const migrate = migrationOf(job, before, after);
  return job.cases.map((one) => {
    const participant = factsFor(one, before, after, job.circumstances);
    const state = stateOf(one);
    const migrated = migrate(state, { ...job.circumstances, participant });
    if (!migrated.ok) return migrated;
    const { activitiesRevised } = migrated.changes;
    const written = writtenDown(state, after, migrated);
    return { ok: true, written, activitiesRevised };
  });
}

type Migrate = ReturnType<typeof migrateAlike>;

/** What was proven for one lot of cases holds for the next of the same plan. */
let last: { readonly name: string; readonly after: Pathway; readonly migrate: Migrate } | undefined;

function migrationOf(job: MoveJob, before: Pathway, after: Pathway): Migrate {
  const { versions, renamedSteps, decisions } = job;
  const name = JSON.stringify([before.document.id, versions, renamedSteps, decisions]);
  if (last?.name === name && last.after === after) return last.migrate;
  const mapping = mapSteps(before.document, after.document, { renamedSteps });
  const migrate = migrateAlike(before, after, mapping, versions, { decisions });
  last = { name, after, migrate };
  return migrate;
}
