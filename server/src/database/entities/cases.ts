import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import type { Outcome } from '@percorso/engine';
import { DEVIATION_KINDS_IN_SQL } from '../deviation-kinds.ts';
import { instant, sequence } from './columns.ts';
import { Participant } from './participants.ts';
import { Pathway } from './pathways.ts';
import { Person } from './people.ts';

/**
 * One youth or group on one pathway version. `revision` counts the trace entries; every change of
 * the row says `where revision = $n`, by hand: a versioned flush of several entities at once loses
 * updates silently (docs/decisions), so the property is not declared as a version.
 */
export const Case = defineEntity({
  name: 'Case',
  tableName: 'case',
  properties: {
    id: p.uuid().primary(),
    pathway: p.manyToOne(Pathway),
    version: p.integer(),
    participant: p.manyToOne(Participant).index(),
    caseManager: p.manyToOne(Person).nullable(),
    /** The case that this one is a sub-pathway of, and its activity that waits for it. */
    parentCaseId: p.uuid().nullable().index(),
    parentActivity: p.text().nullable(),
    revision: p.integer(),
    status: p.enum(['active', 'done'] as const),
    outcome: p.text().$type<Outcome>().nullable(),
    /** The engine's CaseState as sorted JSON. */
    snapshot: p.text(),
    steps: p.array(),
    receiptCode: p.text().nullable().unique(),
    /** Raised to make the signed links given so far worthless. */
    linkEpoch: p.integer().default(0),
    registeredAt: instant(),
    changedAt: instant(),
    lastHash: p.blob(),
  },
  indexes: [
    {
      name: 'case_manager_index',
      expression:
        'create index "case_manager_index" on "case" ("case_manager_id", "status", "changed_at")',
    },
    { properties: ['status', 'changedAt'] },
    { properties: ['registeredAt'] },
    { properties: ['pathway', 'version', 'status'] },
    {
      name: 'case_steps_index',
      expression:
        'create index "case_steps_index" on "case" using gin ("steps") where status = \'active\'',
    },
  ],
  checks: [{ name: 'case_outcome_check', expression: "(status = 'done') = (outcome is not null)" }],
});
export type Case = InferEntity<typeof Case>;

/** Erasure nulls `facts` and `salt`, which leaves the digest and so the chain of hashes intact. */
const INSERT_ONLY = `
if tg_op = 'UPDATE' and new.facts is null and new.salt is null
  and to_jsonb(new) - 'facts' - 'salt' = to_jsonb(old) - 'facts' - 'salt' then
  return new;
end if;
raise exception 'a trace entry is never changed' using errcode = 'restrict_violation';`;

/** One thing that happened to a case. Append-only: the trigger refuses anything but erasure. */
export const TraceEntry = defineEntity({
  name: 'TraceEntry',
  primaryKeys: ['case', 'revision'],
  properties: {
    case: p.manyToOne(Case).primary(),
    revision: p.integer().primary(),
    /** The order in the whole database, for live updates. */
    seq: sequence().unique(),
    at: instant(),
    kind: p.text(),
    actorKind: p.enum(['person', 'youth', 'system'] as const),
    actorId: p.uuid().nullable(),
    entered: p.array(),
    /** The steps that were left; LEFT is a reserved word of SQL. */
    leftSteps: p.array(),
    /** The engine's Entry as sorted JSON: no names, no free text. Null once erased. */
    facts: p.text().nullable(),
    salt: p.blob().nullable(),
    digest: p.blob(),
    hash: p.blob(),
    idempotencyKey: p.text().nullable(),
    /** Salted digest of the request that the key stood for: the same key means the same request. */
    requestDigest: p.blob().nullable(),
  },
  uniques: [{ properties: ['case', 'idempotencyKey'] }],
  indexes: [
    {
      name: 'trace_entry_deviation_index',
      expression: `create index "trace_entry_deviation_index" on "trace_entry" ("case_id") where kind in (${DEVIATION_KINDS_IN_SQL})`,
    },
  ],
  triggers: [
    {
      name: 'trace_entry_insert_only',
      timing: 'before',
      events: ['update', 'delete'],
      body: INSERT_ONLY,
    },
  ],
});
export type TraceEntry = InferEntity<typeof TraceEntry>;

/** A free-text answer: kept apart from the trace, so that it can be erased and is seldom read. */
export const PrivateAnswer = defineEntity({
  name: 'PrivateAnswer',
  primaryKeys: ['case', 'revision', 'field'],
  properties: {
    case: p.manyToOne(Case).primary(),
    revision: p.integer().primary(),
    field: p.text().primary(),
    text: p.text(),
  },
});
export type PrivateAnswer = InferEntity<typeof PrivateAnswer>;

export const Note = defineEntity({
  name: 'Note',
  properties: {
    id: p.uuid().primary(),
    case: p.manyToOne(Case).index(),
    person: p.manyToOne(Person),
    at: instant(),
    text: p.text(),
  },
});
export type Note = InferEntity<typeof Note>;

/** A colleague who may see the case, for instance for a case conference. */
export const CaseShare = defineEntity({
  name: 'CaseShare',
  primaryKeys: ['case', 'person'],
  properties: {
    case: p.manyToOne(Case).primary(),
    person: p.manyToOne(Person).primary().index(),
  },
});
export type CaseShare = InferEntity<typeof CaseShare>;

/** Whether two cases that look alike are about the same youth. Stored both ways round. */
export const DuplicateDecision = defineEntity({
  name: 'DuplicateDecision',
  primaryKeys: ['case', 'otherCase'],
  properties: {
    case: p.manyToOne(Case).primary(),
    otherCase: p.manyToOne(Case).primary(),
    decision: p.enum(['same-person', 'different-people'] as const),
    decidedBy: p.manyToOne(Person).fieldName('decided_by'),
    at: instant(),
  },
});
export type DuplicateDecision = InferEntity<typeof DuplicateDecision>;
