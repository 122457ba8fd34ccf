import { z } from 'zod';
import { Id, Instant, Name, Prose, Words } from './words.ts';

/** The id of a pathway, as the engine's format has it. */
const PathwayId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/);
const VersionNumber = z.int().min(1).max(1_000_000);
const Label = z.strictObject({
  it: z.string().trim().min(1).max(200),
  en: z.string().trim().min(1).max(200),
});
/** Who: a colleague's id and name. */
export const Colleague = z.object({ id: Id, name: z.string() });

/**
 * A pathway document as JSON text, at most 1 MB. As text, since it is untrusted: the engine's gate
 * reads it, and finds what is lost once it is a value (the same key twice).
 */
const DocumentText = z.string();
/** A bit more than the greatest document with every quotation mark escaped. */
export const DOCUMENT_BODY_BYTES_MAX = 2_200_000;

/** Where a draft begins: a version, a file, or an empty pathway of a new id. */
export const NewDraft = z.discriminatedUnion('from', [
  z.strictObject({
    from: z.literal('version'),
    pathway: PathwayId,
    /** Absent: the current one. */
    version: VersionNumber.optional(),
    name: Name(120).optional(),
  }),
  z.strictObject({
    from: z.literal('document'),
    /** When a pathway of its id exists, the draft is based on the current version. */
    document: DocumentText,
    name: Name(120).optional(),
  }),
  z.strictObject({
    from: z.literal('empty'),
    id: PathwayId,
    title: Label,
    subject: z.enum(['person', 'group']).default('person'),
    name: Name(120).optional(),
  }),
]);

export const DraftRow = z.object({
  id: Id,
  pathway: z.string(),
  /** What coordinators call the draft. */
  name: z.string(),
  /** The pathway's title in the draft. */
  title: Words,
  subject: z.enum(['person', 'group']),
  /** The version that it changes; null for a pathway that has none yet. */
  baseVersion: z.int().nullable(),
  /** The pathway's current version now. Where it is another than the base: merge before publishing. */
  currentVersion: z.int().nullable(),
  revision: z.int(),
  createdAt: Instant,
  createdBy: Colleague,
  changedAt: Instant,
  changedBy: Colleague,
  discardedAt: Instant.nullable(),
  /** Published as this version, which closed the draft. */
  publishedVersion: z.int().nullable(),
  /** Threads that are not resolved. */
  openComments: z.int(),
  /** Who has it open now. */
  people: z.array(Colleague),
});

export const DraftSearch = z.object({
  status: z.enum(['open', 'discarded', 'published', 'all']).default('open'),
  pathway: PathwayId.optional(),
});

export const DraftView = DraftRow.extend({
  /** An engine PathwayDocument. */
  document: z.unknown(),
  /** Counts what happens to the comments: for the stream, see `DraftPosition`. */
  commentRevision: z.int(),
  /** Must a second coordinator, who neither saved last nor publishes, approve before? */
  needsApproval: z.boolean(),
  /** Who approved this very revision. */
  approvals: z.array(z.object({ person: Colleague, at: Instant })),
});

/** What a stream of a draft need not tell: `<revision>.<commentRevision>` of what was read. */
export const DraftPosition = z.object({
  since: z
    .string()
    .regex(/^\d{1,9}\.\d{1,9}$/)
    .optional(),
});

const EDITS_MAX = 500;
const EDITS_TEXT_MAX = 500_000;
const NESTING_MAX = 60;

/** One of the designer's commands as it was run; kept as it is, never run here. */
const NamedEdit = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/),
  parameters: z.unknown().refine((value) => isShallow(value, NESTING_MAX), 'too deep'),
});

export const DraftSave = z.strictObject({
  document: DocumentText,
  /** The commands since the last save, in their order. */
  edits: z
    .array(NamedEdit)
    .max(EDITS_MAX)
    .refine((edits) => isShort(edits), 'too much text')
    .default([]),
  /** Set once the draft has been merged with a later version: the version it now builds on. */
  baseVersion: VersionNumber.optional(),
});
export const DraftSaved = z.object({ revision: z.int(), changedAt: Instant });
export const DraftName = z.strictObject({ name: Name(120) });

/** Walks no deeper than it may, so that no nesting exhausts the stack. */
function isShallow(value: unknown, levelsLeft: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levelsLeft === 0) return false;
  return Object.values(value).every((inner) => isShallow(inner, levelsLeft - 1));
}

function isShort(edits: readonly { readonly parameters?: unknown }[]): boolean {
  const isWalkable = edits.every(({ parameters }) => isShallow(parameters, NESTING_MAX));
  return isWalkable && JSON.stringify(edits).length <= EDITS_TEXT_MAX;
}

/** A thread is a comment and its replies; `step` null: about the whole pathway. */
export const DraftComment = z.object({
  id: Id,
  step: z.string().nullable(),
  parent: Id.nullable(),
  /** Empty once deleted: a thread keeps its answers. */
  text: z.string(),
  person: Colleague,
  at: Instant,
  deleted: z.boolean(),
  resolved: z.object({ by: Colleague, at: Instant }).nullable(),
  /** The draft's comment revision at which it last changed. */
  revision: z.int(),
});
export const NewComment = z.strictObject({
  step: z.string().min(1).max(64).nullable().default(null),
  /** The comment that is answered; the step is then the thread's. */
  parent: Id.nullable().default(null),
  text: Prose(1, 2000),
});

const Note = Prose(3, 2000);
export const Publication = z.strictObject({
  note: Note,
  /** Personas of whom whoever publishes has seen that they don't get to their end any more. */
  astray: z
    .array(z.string().regex(/^[a-z0-9-]{1,64}$/))
    .max(200)
    .optional(),
  /** Whoever publishes has seen that the check could not decide everything. */
  undecided: z.literal(true).optional(),
});
export const Published = z.object({
  pathway: z.string(),
  version: z.int(),
  contentHash: z.string(),
  publishedAt: Instant,
});
export const VersionWithdrawal = z.strictObject({ note: Note });

export const VersionDifference = z.object({
  kind: z.enum(['added', 'removed', 'changed', 'renamed', 'moved']),
  element: z.object({
    type: z.string(),
    key: z.string(),
    keyBefore: z.string().optional(),
    path: z.string(),
  }),
  step: z.string().optional(),
  words: Words,
});
export const VersionEntry = z.object({
  version: z.int(),
  publishedAt: Instant,
  publishedBy: Colleague.nullable(),
  /** Whoever saved the draft that became this version. */
  authors: z.array(Colleague),
  note: z.string(),
  contentHash: z.string(),
  /** Cases that run on it. */
  running: z.int(),
  /** Do new cases begin on it? */
  current: z.boolean(),
  withdrawn: z.object({ at: Instant, by: Colleague.nullable(), note: z.string() }).nullable(),
  /** Against the version before it, as sentences; null for the first. */
  differences: z.array(VersionDifference).nullable(),
});
/** The newest first. */
export const VersionHistory = z.object({ pathway: z.string(), versions: z.array(VersionEntry) });

export type Colleague = z.infer<typeof Colleague>;
export type NewDraft = z.input<typeof NewDraft>;
export type DraftRow = z.infer<typeof DraftRow>;
export type DraftView = z.infer<typeof DraftView>;
export type DraftSave = z.input<typeof DraftSave>;
export type DraftSaved = z.infer<typeof DraftSaved>;
export type DraftComment = z.infer<typeof DraftComment>;
export type Published = z.infer<typeof Published>;
export type VersionDifference = z.infer<typeof VersionDifference>;
export type VersionEntry = z.infer<typeof VersionEntry>;
export type VersionHistory = z.infer<typeof VersionHistory>;
