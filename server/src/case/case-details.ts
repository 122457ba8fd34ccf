import type { Pool } from 'pg';
import type { Language } from '../contract/words.ts';
import { MOVING, undoings } from './moving-entries.ts';

/** What only the page of a case shows: the participant's own data, notes, shares, the way walked. */
export interface CaseDetails {
  readonly receipt_code: string | null;
  readonly changed_at: Date;
  readonly registered_at: Date;
  readonly participant_id: string;
  readonly participant_revision: number;
  readonly subject: 'person' | 'group';
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly birth_date: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly district: string | null;
  readonly language: Language;
  readonly wish: string | null;
  readonly helper: { name: string; organisation?: string; contact?: string } | null;
  readonly guardian: { name: string; contact: string } | null;
  readonly group_name: string | null;
  readonly head_count: number | null;
  readonly contact: string | null;
  readonly shared: { id: string; name: string }[];
  readonly notes: { id: string; at: string; by: string; text: string }[];
  /** Every step ever entered, in the order of first entry, but those of what was undone. */
  readonly walked: string[];
}

type Row = Omit<CaseDetails, 'walked'> & { readonly moves: readonly Move[] };

interface Move {
  readonly kind: string;
  readonly entered: readonly string[];
}

const READ = `
SELECT c.receipt_code, c.changed_at, c.registered_at, p.id AS participant_id,
  p.revision AS participant_revision, p.subject, p.first_name, p.last_name, p.birth_date::text,
  p.email, p.phone, p.district, p.language, p.wish, p.helper, p.guardian, p.group_name,
  p.head_count, p.contact,
  coalesce((SELECT json_agg(json_build_object('id', w.id, 'name', w.name) ORDER BY w.name)
    FROM case_share s JOIN person w ON w.id = s.person_id WHERE s.case_id = c.id), '[]') AS shared,
  coalesce((SELECT json_agg(json_build_object('id', n.id, 'at', n.at, 'by', w.name, 'text', n.text)
      ORDER BY n.at DESC)
    FROM note n JOIN person w ON w.id = n.person_id WHERE n.case_id = c.id), '[]') AS notes,
  (SELECT json_agg(json_build_object('kind', e.kind, 'entered', e.entered) ORDER BY e.revision)
    FROM trace_entry e WHERE e.case_id = c.id AND e.kind = ANY ($2)) AS moves
FROM "case" c JOIN participant p ON p.id = c.participant_id WHERE c.id = $1`;

export async function readDetails(pool: Pool, caseId: string): Promise<CaseDetails> {
  const { rows } = await pool.query<Row>({
    name: 'case-details',
    text: READ,
    values: [caseId, MOVING],
  });
  const { moves, ...details } = rows[0]!;
  return { ...details, walked: walkedSteps(moves) };
}

function walkedSteps(moves: readonly Move[]): string[] {
  const undone = undoings(moves.map(({ kind }) => kind));
  return [...new Set(moves.flatMap(({ entered }, at) => (undone.has(at) ? [] : entered)))];
}
