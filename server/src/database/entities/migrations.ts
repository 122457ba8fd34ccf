import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import type { Words } from '@percorso/engine';
import { Case } from './cases.ts';
import { instant } from './columns.ts';
import { Draft } from './drafts.ts';
import { Person } from './people.ts';

const STATUSES = [
  'computing',
  'failed',
  'planned',
  'running',
  'stopped',
  'done',
  'taking-back',
  'taken-back',
] as const;
const CASE_STATUSES = [
  'waiting',
  'moved',
  'parked',
  'kept',
  'skipped',
  'failed',
  'taken-back',
  'gone-on',
] as const;
const VERDICTS = ['unaffected', 'moved', 'needs-decision', 'blocked'] as const;
const isUnderWay = "status in ('running', 'stopped', 'taking-back')";

/**
 * What a version means for the cases on older ones, and how they go over: of a draft (a preview,
 * with its text) or of a published version (a plan). One plan of a pathway is under way at a time.
 */
export const PathwayMigration = defineEntity({
  name: 'PathwayMigration',
  properties: {
    id: p.uuid().primary(),
    /** No reference: the draft of a new pathway has none yet. */
    pathwayId: p.text().index(),
    draft: p.manyToOne(Draft).nullable().deleteRule('cascade'),
    draftRevision: p.integer().nullable(),
    document: p.text().nullable(),
    toVersion: p.integer().nullable(),
    status: p.enum(STATUSES),
    /** Under which the bug was logged because of which there is no plan. */
    errorId: p.text().nullable(),
    /** How many cases were looked at, while computing. */
    done: p.integer().default(0),
    total: p.integer().default(0),
    /** A StoredPlan: the groups and their questions. */
    plan: p.json().nullable(),
    /** What people decided: answers, and stay rules with their reasons; by whom, by name. */
    decisions: p.json(),
    createdAt: instant(),
    createdBy: p.manyToOne(Person).fieldName('created_by'),
    startedAt: instant().nullable(),
    startedBy: p.manyToOne(Person).fieldName('started_by').nullable(),
    takenBackBy: p.manyToOne(Person).fieldName('taken_back_by').nullable(),
    endedAt: instant().nullable(),
    /** Counts what people decided about it; moving cases doesn't. */
    revision: p.integer().default(1),
  },
  indexes: [
    {
      name: 'pathway_migration_under_way_unique',
      expression: `create unique index "pathway_migration_under_way_unique" on "pathway_migration" ("pathway_id") where ${isUnderWay}`,
    },
  ],
  checks: [
    {
      name: 'pathway_migration_target_check',
      expression:
        '(draft_id is null) = (to_version is not null) and (draft_id is null) = (document is null)',
    },
  ],
});
export type PathwayMigration = InferEntity<typeof PathwayMigration>;

/** A case in a plan, and what became of it. */
export const PathwayMigrationCase = defineEntity({
  name: 'PathwayMigrationCase',
  primaryKeys: ['migration', 'case'],
  properties: {
    migration: p.manyToOne(PathwayMigration).primary(),
    case: p.manyToOne(Case).primary().index(),
    /** On which it was when the plan was made. */
    version: p.integer(),
    group: p.text().nullable(),
    verdict: p.enum(VERDICTS).nullable(),
    status: p.enum(CASE_STATUSES),
    reason: p.json<Words>().nullable(),
    errorId: p.text().nullable(),
    revisionBefore: p.integer().nullable(),
    /** Of the entry that moved it. */
    revisionAfter: p.integer().nullable(),
    /** A Former: what taking it back puts back. */
    former: p.json().nullable(),
  },
  indexes: [
    { properties: ['migration', 'status', 'case'], name: 'pathway_migration_case_status_index' },
  ],
});
export type PathwayMigrationCase = InferEntity<typeof PathwayMigrationCase>;
