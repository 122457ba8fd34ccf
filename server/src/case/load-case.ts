import type { CaseState } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import type { FactSource } from './participant-facts.ts';

/** A case with what a step needs to know of its participant, its manager and its reader. */
export interface LoadedCase {
  readonly id: string;
  readonly pathwayId: string;
  readonly version: number;
  readonly participantId: string;
  readonly caseManagerId: string | null;
  readonly parentCaseId: string | null;
  readonly parentActivity: string | null;
  readonly revision: number;
  readonly status: 'active' | 'done';
  readonly outcome: string | null;
  /** The stored text: parsed only where it is needed, kept as it is where nothing moves. */
  readonly snapshot: string;
  readonly steps: readonly string[];
  readonly linkEpoch: number;
  readonly lastHash: Buffer;
  /** Its participant asked to be forgotten. */
  readonly isErased: boolean;
  readonly facts: FactSource;
  readonly contact: {
    readonly firstName: string;
    readonly email: string | null;
    readonly guardian: { readonly name: string; readonly contact: string } | null;
    readonly language: 'it' | 'en';
  };
  readonly manager: {
    readonly name: string;
    readonly email: string;
    readonly language: 'it' | 'en';
  } | null;
  /** Is it shared with the reader who was named? */
  readonly isShared: boolean;
  /** The earlier entry with the same Idempotency-Key. */
  readonly repeated: {
    readonly revision: number;
    readonly salt: Buffer | null;
    readonly requestDigest: Buffer | null;
    /** The person whose it was; null: a youth or the system. */
    readonly actorId: string | null;
  } | null;
}

const READ = (which: string) => `
SELECT c.id, c.pathway_id, c.version, c.participant_id, c.case_manager_id, c.parent_case_id,
  c.parent_activity, c.revision, c.status, c.outcome, c.snapshot, c.steps, c.link_epoch,
  c.last_hash,
  p.subject, p.first_name, p.birth_date::text, p.email, p.language, p.situation, p.guardian,
  p.helper IS NOT NULL AS helped, p.group_name, p.group_kind, p.head_count, p.contact,
  p.erased_at IS NOT NULL AS erased,
  m.name AS manager_name, m.email AS manager_email, m.language AS manager_language,
  EXISTS (SELECT FROM case_share s WHERE s.case_id = c.id AND s.person_id = $2) AS shared,
  e.revision AS repeated, e.salt AS repeated_salt, e.request_digest AS repeated_digest,
  e.actor_id AS repeated_actor
FROM "case" c
JOIN participant p ON p.id = c.participant_id
LEFT JOIN person m ON m.id = c.case_manager_id
LEFT JOIN trace_entry e ON e.case_id = c.id AND e.idempotency_key = $3
WHERE ${which}`;
const [ONE, MANY] = [READ('c.id = $1'), READ('c.id = ANY ($1)')];

/** Reads by primary key, in one round trip, all that a step needs. */
export async function loadCase(
  on: Pool | ClientBase,
  id: string,
  readerId: string | null = null,
  idempotencyKey: string | null = null,
): Promise<LoadedCase | undefined> {
  const { rows } = await on.query({
    name: 'load-case',
    text: ONE,
    values: [id, readerId, idempotencyKey],
  });
  return rows[0] && loadedCase(rows[0]);
}

/** Several cases, as the system sees them; those that are not there are missing. */
export async function loadCases(
  on: Pool | ClientBase,
  ids: readonly string[],
): Promise<LoadedCase[]> {
  const { rows } = await on.query({ name: 'load-cases', text: MANY, values: [ids, null, null] });
  return rows.map(loadedCase);
}

/** The state of a case before its first entry. */
export const UNBORN: CaseState = {
  status: 'active',
  value: {},
  history: {},
  data: {},
  activities: {},
  timers: {},
};

// biome-ignore lint/suspicious/noExplicitAny: a row of the statement above, whose columns we know
function loadedCase(row: any): LoadedCase {
  return {
    id: row.id,
    pathwayId: row.pathway_id,
    version: row.version,
    participantId: row.participant_id,
    caseManagerId: row.case_manager_id,
    parentCaseId: row.parent_case_id,
    parentActivity: row.parent_activity,
    revision: row.revision,
    status: row.status,
    outcome: row.outcome,
    snapshot: row.snapshot,
    steps: row.steps,
    linkEpoch: row.link_epoch,
    lastHash: row.last_hash,
    isErased: row.erased,
    facts: {
      subject: row.subject,
      birthDate: row.birth_date,
      situation: row.situation,
      isHelped: row.helped,
      headCount: row.head_count,
      groupKind: row.group_kind,
      hasCaseManager: row.case_manager_id !== null,
    },
    contact: {
      firstName: row.first_name ?? row.group_name ?? '',
      email: row.email ?? row.contact,
      guardian: row.guardian,
      language: row.language,
    },
    manager: row.manager_name && {
      name: row.manager_name,
      email: row.manager_email,
      language: row.manager_language,
    },
    isShared: row.shared,
    repeated:
      row.repeated === null
        ? null
        : {
            revision: row.repeated,
            salt: row.repeated_salt,
            requestDigest: row.repeated_digest,
            actorId: row.repeated_actor,
          },
  };
}
