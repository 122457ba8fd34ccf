import { available, type CaseState, innermostOf, type Pathway, type Words } from '@percorso/engine';
import type { z } from 'zod';
import { caseScope } from '../access/policies/cases.ts';
import type { Reader } from '../access/reader.ts';
import type { CaseList, CaseRow, CaseSearch } from '../contract/cases.ts';
import type { Server } from '../server.ts';
import { SIMILAR } from './duplicates.ts';
import { ageOn, type FactSource, participantFacts } from './participant-facts.ts';
import { currentVersions, pathwayVersion } from './pathway-versions.ts';
import { searchText } from './search-text.ts';
import { stepSummary } from './step-words.ts';
import { TIME_ZONE } from './time-zone.ts';

type Search = z.output<typeof CaseSearch>;

const ORDERS: Record<Search['order'], string> = {
  waiting: `waits DESC, due_at NULLS LAST, opened_at NULLS LAST,
    is_followed, registered_at`,
  name: 'name, registered_at',
  newest: 'registered_at DESC',
  changed: 'changed_at DESC',
};

/**
 * What waits in a case for the reader's roles: the first that is due, else the oldest; without one,
 * whether somebody else was asked.
 */
const WAITING = (caseId: string) => `
  LEFT JOIN LATERAL (
    SELECT o.is_ours, CASE WHEN o.is_ours THEN a.label END AS label,
      CASE WHEN o.is_ours THEN a.due_at END AS due_at,
      CASE WHEN o.is_ours THEN a.opened_at END AS opened_at
    FROM activity a, LATERAL (SELECT (a.role = ANY ($1)) IS TRUE AS is_ours) o
    WHERE a.case_id = ${caseId} AND a.status IN ('open', 'accepted')
    ORDER BY o.is_ours DESC, a.due_at NULLS LAST, a.opened_at LIMIT 1
  ) w ON true`;

/**
 * The page in one statement. Sub-cases are seen in the case around them, unless asked for by
 * pathway; `IS TRUE` keeps the planner from an index that says nothing, since most cases are no
 * sub-cases. Possible duplicates are sought for the rows of the page only, and so is what waits,
 * except where it is the order.
 */
function pageQuery(order: Search['order']): string {
  const isByWaiting = order === 'waiting';
  const by = ORDERS[order];
  return `
WITH found AS (
  SELECT c.id, c.pathway_id, c.version, c.status, c.outcome, c.steps, c.case_manager_id,
    c.registered_at, c.changed_at, c.participant_id, p.subject, p.head_count, p.birth_date,
    p.email, p.phone, p.search,
    coalesce(p.group_name, concat_ws(' ', p.last_name, p.first_name)) AS name
    ${isByWaiting ? `, ${WAITS}` : ''}
  FROM "case" c
  JOIN participant p ON p.id = c.participant_id
  ${isByWaiting ? WAITING('c.id') : ''}
  WHERE ($2::uuid IS NULL OR c.case_manager_id = $2
      OR EXISTS (SELECT FROM case_share s WHERE s.case_id = c.id AND s.person_id = $2))
    AND ($3 = 'all' OR c.status = $3)
    AND (c.pathway_id = $4 OR ($4::text IS NULL AND (c.parent_case_id IS NULL) IS TRUE))
    AND ($5::text[] IS NULL OR c.steps && $5)
    AND ($6::text IS NULL OR c.outcome = $6)
    AND ($7::text IS NULL OR ($7 = 'none' AND c.case_manager_id IS NULL)
      OR c.case_manager_id::text = $7)
    AND ($8::text IS NULL OR p.subject = $8)
    AND (p.search LIKE ALL ($9) OR c.receipt_code = $10)
), page AS (
  SELECT *, count(*) OVER ()::int AS total FROM found ORDER BY ${by}, id OFFSET $11 LIMIT $12
)
SELECT page.*, page.birth_date::text AS born, m.name AS manager,
  c.snapshot, p.situation, p.helper IS NOT NULL AS helped,
  p.group_kind,
  (SELECT count(*)::int FROM (${SIMILAR}) d) AS duplicates
  ${isByWaiting ? '' : `, w.label, w.due_at, ${STANDS_STILL} AS stands_still`}
FROM page JOIN "case" c ON c.id = page.id JOIN participant p ON p.id = page.participant_id
LEFT JOIN person m ON m.id = page.case_manager_id
${isByWaiting ? '' : WAITING('page.id')}
ORDER BY ${by}, id`;
}

/** Nobody was asked for anything: such a case waits for whoever follows it, or for a case manager. */
const STANDS_STILL = `(c.status = 'active' AND (c.case_manager_id IS NULL OR w.is_ours IS NULL))`;

const WAITS = `w.label, w.due_at, w.opened_at,
    coalesce(w.is_ours, false) OR ${STANDS_STILL} AS waits,
    ${STANDS_STILL} AS stands_still, c.case_manager_id IS NOT NULL AS is_followed`;

/** The cases that a reader may see and asked for. */
export async function searchCases(server: Server, reader: Reader, search: Search) {
  const scope = caseScope(reader);
  if (scope === 'none') return { cases: [], total: 0 } satisfies CaseList;
  const { rows } = await server.pool.query<Found>(pageQuery(search.order), [
    reader.roles,
    scope === 'all' ? null : reader.id,
    search.status,
    search.pathway ?? null,
    await stepsWanted(server, search),
    search.outcome ?? null,
    search.caseManager === 'me' ? reader.id : (search.caseManager ?? null),
    search.subject ?? null,
    searchText(search.text)
      .split(' ')
      .map((word) => `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`),
    search.text.toUpperCase(),
    search.offset,
    search.limit,
  ]);
  const cases = await Promise.all(rows.map((row) => caseRow(server, row)));
  return { cases, total: rows[0]?.total ?? 0 } satisfies CaseList;
}

/** A stage is all of its steps, in whatever pathway. */
async function stepsWanted(server: Server, { step, stage }: Search): Promise<string[] | null> {
  if (step !== undefined) return [step];
  if (stage === undefined) return null;
  const steps: string[] = [];
  for (const { id, version } of await currentVersions(server.pool)) {
    const pathway = await pathwayVersion(server, id, version);
    const within = Object.keys(pathway.steps).filter(
      (key) => stepSummary(pathway, key).stage === stage,
    );
    steps.push(...within);
  }
  return steps;
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly born: string | null;
  readonly head_count: number | null;
  readonly subject: 'person' | 'group';
  readonly pathway_id: string;
  readonly version: number;
  readonly status: 'active' | 'done';
  readonly outcome: string | null;
  readonly steps: string[];
  readonly case_manager_id: string | null;
  readonly manager: string | null;
  readonly snapshot: string;
  readonly stands_still: boolean;
  readonly situation: string | null;
  readonly helped: boolean;
  readonly group_kind: string | null;
  readonly label: Words | null;
  readonly due_at: Date | null;
  readonly duplicates: number;
  readonly changed_at: Date;
  readonly registered_at: Date;
  readonly total: number;
}

async function caseRow(server: Server, row: Found): Promise<CaseRow> {
  const pathway = await pathwayVersion(server, row.pathway_id, row.version);
  const now = server.clock();
  return {
    id: row.id,
    name: row.name,
    age: row.born && ageOn(row.born, now, TIME_ZONE),
    headCount: row.head_count,
    subject: row.subject,
    pathway: row.pathway_id,
    pathwayTitle: pathway.document.title,
    status: row.status,
    steps: innermostOf(pathway, row.steps).map((step) => stepSummary(pathway, step)),
    outcome: row.outcome,
    caseManager:
      row.case_manager_id && row.manager ? { id: row.case_manager_id, name: row.manager } : null,
    waiting: waitingOf(pathway, row, now),
    possibleDuplicates: row.duplicates,
    changedAt: row.changed_at.toISOString(),
    registeredAt: row.registered_at.toISOString(),
  } as CaseRow;
}

const TO_ASSIGN = { it: 'Da assegnare a un case manager', en: 'To be given a case manager' };
const TO_DECIDE = { it: 'Scegli come proseguire', en: 'Choose how to go on' };

function waitingOf(pathway: Pathway, row: Found, now: Date): CaseRow['waiting'] {
  if (row.status === 'done') return null;
  if (row.label) {
    const dueAt = row.due_at?.toISOString() ?? null;
    return { words: row.label, dueAt, overdue: row.due_at !== null && row.due_at < now };
  }
  const words = row.case_manager_id ? nextStep(pathway, row, now) : TO_ASSIGN;
  return words ? { words, dueAt: null, overdue: false } : null;
}

/** What goes on with a case in which nobody was asked for anything: its obvious next action. */
function nextStep(pathway: Pathway, row: Found, now: Date): Words | undefined {
  if (!row.stands_still) return undefined;
  const source: FactSource = {
    subject: row.subject,
    birthDate: row.born,
    situation: row.situation,
    isHelped: row.helped,
    headCount: row.head_count,
    groupKind: row.group_kind,
    hasCaseManager: row.case_manager_id !== null,
  };
  const { participant } = pathway.document;
  const next = available(pathway, JSON.parse(row.snapshot) as CaseState, {
    now: now.toISOString(),
    timeZone: TIME_ZONE,
    participant: participantFacts(source, participant, now, TIME_ZONE),
  });
  const obvious = next.find(({ verdict, emphasis }) => verdict !== 'no' && emphasis === 'primary');
  return obvious?.label ?? TO_DECIDE;
}
