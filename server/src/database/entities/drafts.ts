import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Pathway } from './pathways.ts';
import { Person } from './people.ts';

const isOpen = 'discarded_at is null and published_version is null';

/**
 * A pathway document that is being drawn. As with a case, every change of the row says
 * `where revision = $n` by hand.
 */
export const Draft = defineEntity({
  name: 'Draft',
  properties: {
    id: p.uuid().primary(),
    /** No reference: a new pathway has no row until it is published. */
    pathwayId: p.text().index(),
    name: p.text(),
    /** The version that it changes; null for a new pathway. */
    baseVersion: p.integer().nullable(),
    document: p.text(),
    revision: p.integer().default(1),
    /** Counts what happens to the comments, so that live streams know what they have told. */
    commentRevision: p.integer().default(0),
    createdAt: instant(),
    createdBy: p.manyToOne(Person).fieldName('created_by'),
    changedAt: instant(),
    changedBy: p.manyToOne(Person).fieldName('changed_by'),
    discardedAt: instant().nullable(),
    /** Once published, the draft is closed. */
    publishedVersion: p.integer().nullable(),
  },
  indexes: [
    {
      name: 'draft_new_pathway_unique',
      expression: `create unique index "draft_new_pathway_unique" on "draft" ("pathway_id") where base_version is null and ${isOpen}`,
    },
  ],
});
export type Draft = InferEntity<typeof Draft>;

interface NamedEdit {
  readonly name: string;
  readonly parameters?: unknown;
}

/** One save: who made this revision of a draft, and by which commands. Append-only. */
export const DraftEdit = defineEntity({
  name: 'DraftEdit',
  primaryKeys: ['draft', 'revision'],
  properties: {
    draft: p.manyToOne(Draft).primary(),
    revision: p.integer().primary(),
    at: instant(),
    person: p.manyToOne(Person),
    edits: p.json<readonly NamedEdit[]>(),
  },
});
export type DraftEdit = InferEntity<typeof DraftEdit>;

/** What a coordinator says about a step, or about the whole; answers have a parent. */
export const DraftComment = defineEntity({
  name: 'DraftComment',
  properties: {
    id: p.uuid().primary(),
    draft: p.manyToOne(Draft).index(),
    parentId: p.uuid().nullable(),
    step: p.text().nullable(),
    person: p.manyToOne(Person),
    at: instant(),
    /** Empty once deleted. */
    text: p.text(),
    deletedAt: instant().nullable(),
    resolvedAt: instant().nullable(),
    resolvedBy: p.manyToOne(Person).fieldName('resolved_by').nullable(),
    /** The draft's `commentRevision` at which it last changed. */
    revision: p.integer(),
  },
});
export type DraftComment = InferEntity<typeof DraftComment>;

/** A coordinator's yes to publishing one revision; worthless for any other. */
export const DraftApproval = defineEntity({
  name: 'DraftApproval',
  primaryKeys: ['draft', 'person'],
  properties: {
    draft: p.manyToOne(Draft).primary(),
    person: p.manyToOne(Person).primary(),
    revision: p.integer(),
    at: instant(),
  },
});
export type DraftApproval = InferEntity<typeof DraftApproval>;

/** An open stream of a draft. Refreshed while somebody follows; forgotten when it is not. */
export const DraftPresence = defineEntity({
  name: 'DraftPresence',
  properties: {
    stream: p.uuid().primary(),
    draft: p.manyToOne(Draft).deleteRule('cascade').index(),
    person: p.manyToOne(Person).deleteRule('cascade'),
    seenAt: instant(),
  },
});
export type DraftPresence = InferEntity<typeof DraftPresence>;

/** A published version on which no new case begins, until it is restored. */
export const VersionWithdrawal = defineEntity({
  name: 'VersionWithdrawal',
  properties: {
    id: p.uuid().primary(),
    pathway: p.manyToOne(Pathway),
    version: p.integer(),
    at: instant(),
    person: p.manyToOne(Person),
    note: p.text(),
    restoredAt: instant().nullable(),
    restoredBy: p.manyToOne(Person).fieldName('restored_by').nullable(),
  },
  indexes: [
    {
      name: 'version_withdrawal_unique',
      expression:
        'create unique index "version_withdrawal_unique" on "version_withdrawal" ("pathway_id", "version") where restored_at is null',
    },
  ],
});
export type VersionWithdrawal = InferEntity<typeof VersionWithdrawal>;
