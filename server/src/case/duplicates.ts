import { mayReadCase } from '../access/policies/cases.ts';
import type { Reader } from '../access/reader.ts';
import type { CaseView } from '../contract/cases.ts';
import type { Words } from '../contract/words.ts';
import type { Server } from '../server.ts';

/** From this likeness of names on (pg_trgm), the same birth date is taken for the same person. */
const NAME_LIKENESS_MIN = 0.4;

/**
 * Cases that may be about the same youth as a row `page` (id, participant_id, birth_date, email,
 * phone, search): born on the same day with a similar name, or the same e-mail or phone. Each of
 * the three is looked up by its own index. Pairs that somebody has decided upon are left out.
 */
export const SIMILAR = `
  SELECT oc.id, o.first_name, o.last_name, oc.registered_at,
    o.birth_date = page.birth_date AS same_birth_date,
    o.email = page.email AS same_email, o.phone = page.phone AS same_phone,
    similarity(o.search, page.search) AS name_likeness
  FROM (
    SELECT id FROM participant WHERE birth_date = page.birth_date
      AND similarity(search, page.search) >= ${NAME_LIKENESS_MIN}
    UNION SELECT id FROM participant WHERE email = page.email
    UNION SELECT id FROM participant WHERE phone = page.phone
  ) candidate
  JOIN participant o ON o.id = candidate.id AND o.subject = 'person' AND o.erased_at IS NULL
  JOIN "case" oc ON oc.participant_id = o.id AND oc.parent_case_id IS NULL
  WHERE page.subject = 'person' AND o.id <> page.participant_id
    AND NOT EXISTS (SELECT FROM duplicate_decision dd
      WHERE dd.case_id = page.id AND dd.other_case_id = oc.id)`;

interface SimilarRow {
  readonly id: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly registered_at: Date;
  readonly same_birth_date: boolean | null;
  readonly same_email: boolean | null;
  readonly same_phone: boolean | null;
  readonly name_likeness: number;
  readonly case_manager_id: string | null;
  readonly is_shared: boolean;
}

/**
 * The cases that may be about the same youth, the likeliest first, each with its reasons.
 * Who is meant is told only to readers who may see the other case: otherwise whoever writes a
 * telephone number into their own case would learn whose it is.
 */
export async function possibleDuplicates(
  server: Server,
  caseId: string,
  reader: Reader,
): Promise<CaseView['duplicates']> {
  const { rows } = await server.pool.query<SimilarRow>({
    name: 'possible-duplicates',
    text: `
      SELECT d.*, other.case_manager_id, EXISTS (SELECT FROM case_share s
        WHERE s.case_id = d.id AND s.person_id = $2) AS is_shared
      FROM (
        SELECT c.id, c.participant_id, p.subject, p.birth_date, p.email, p.phone, p.search
        FROM "case" c JOIN participant p ON p.id = c.participant_id WHERE c.id = $1
      ) page, LATERAL (${SIMILAR}) d JOIN "case" other ON other.id = d.id`,
    values: [caseId, reader.id],
  });
  return rows.map((row) => duplicateView(row, reader)).sort((a, b) => b.likeness - a.likeness);
}

function duplicateView(row: SimilarRow, reader: Reader): CaseView['duplicates'][number] {
  const isVisible = mayReadCase(reader, {
    caseManagerId: row.case_manager_id,
    sharedWith: row.is_shared ? [reader.id] : [],
  });
  const reasons: (Words | false)[] = [
    row.same_birth_date === true && { it: 'Stessa data di nascita', en: 'Same date of birth' },
    row.name_likeness >= NAME_LIKENESS_MIN && nameReason(row.name_likeness),
    row.same_email === true && { it: 'Stesso indirizzo e-mail', en: 'Same e-mail address' },
    row.same_phone === true && { it: 'Stesso telefono', en: 'Same telephone' },
  ];
  return {
    caseId: isVisible ? row.id : null,
    name: isVisible ? `${row.first_name} ${row.last_name}` : null,
    registeredAt: row.registered_at.toISOString(),
    reasons: reasons.filter((reason) => reason !== false),
    likeness: likeness(row),
  };
}

const nameReason = (likeness: number): Words =>
  likeness >= 1
    ? { it: 'Stesso nome', en: 'Same name' }
    : { it: 'Nome molto simile', en: 'Very similar name' };

/** Independent hints: each takes its share of the doubt that the others leave. */
function likeness(row: SimilarRow): number {
  const doubt =
    (1 - 0.6 * row.name_likeness) *
    (row.same_birth_date ? 0.35 : 1) *
    (row.same_email ? 0.2 : 1) *
    (row.same_phone ? 0.3 : 1);
  return Math.round((1 - doubt) * 100) / 100;
}
