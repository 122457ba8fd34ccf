import type { ClientBase, Pool } from 'pg';
import type {
  MigrationGroup,
  MigrationRow,
  MigrationView,
  StepImpact,
} from '../contract/migrations.ts';
import { IS_CLOSED } from './other-plans.ts';
import { answersThatHold } from './questions.ts';
import {
  answersIn,
  type Decided,
  rulesIn,
  type StoredGroup,
  type StoredPlan,
  type StoredQuestion,
} from './stored-plan.ts';

const COLLEAGUE = (person: string) =>
  `case when ${person}.id is not null
    then json_build_object('id', ${person}.id, 'name', ${person}.name) end`;

const SOME = (which: string) => `exists (
    select from pathway_migration_case where migration_id = m.id and ${which})`;

/** The title is that of the document gone over to; $2 is why those stay whose plan was closed. */
const ROW = `
  m.id, m.pathway_id as pathway, coalesce(m.document, v.document)::json->'title' as title,
  case when m.draft_id is not null
    then json_build_object('id', m.draft_id, 'revision', m.draft_revision) end as draft,
  m.to_version as version, coalesce(m.to_version = w.current_version, false) as "isCurrent",
  m.status, (m.status = 'done' and ${SOME(`status = 'parked' and reason = $2::jsonb`)}
    or m.status = 'taken-back' and not ${SOME(`status = 'taken-back'`)}) as "isClosed",
  m.error_id as "errorId", m.done, m.total, m.created_at as "createdAt",
  ${COLLEAGUE('c')} as "createdBy", m.started_at as "startedAt", ${COLLEAGUE('s')} as "startedBy",
  m.ended_at as "endedAt", m.revision, coalesce((
    select json_object_agg(status, n) from (
      select status, count(*)::int as n from pathway_migration_case
      where migration_id = m.id group by status) x), '{}') as cases`;
const FROM = `
  from pathway_migration m
  left join pathway w on w.id = m.pathway_id
  left join pathway_version v on v.pathway_id = m.pathway_id and v.version = m.to_version
  join person c on c.id = m.created_by left join person s on s.id = m.started_by`;

const LISTED_MAX = 200;
const LIST = `select ${ROW} ${FROM} where m.pathway_id = $1 and m.draft_id is null
  order by m.created_at desc, m.id desc limit ${LISTED_MAX}`;
const VIEW = `select ${ROW}, m.plan, m.decisions,
  (select count(*)::int from pathway_migration_case where migration_id = m.id
    and status = 'moved' and (reason is not null or error_id is not null)) as "notReturned",
  coalesce((
    select json_object_agg("group", json_build_array(n, kept)) from (
      select "group", count(*) filter (where status <> 'kept')::int as n,
        count(*) filter (where status = 'kept')::int as kept
      from pathway_migration_case where migration_id = m.id and "group" is not null
      group by "group") x), '{}') as members
${FROM} where m.id = $1`;

interface Stored extends Omit<MigrationRow, 'createdAt' | 'startedAt' | 'endedAt' | 'progress'> {
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly done: number;
  readonly total: number;
}
interface StoredView extends Stored {
  readonly plan: StoredPlan | null;
  readonly decisions: readonly Decided[];
  readonly notReturned: number;
  /** By group: how many go over, and how many are excepted. */
  readonly members: Readonly<Record<string, readonly [number, number]>>;
}

export async function listMigrations(pool: Pool, pathway: string): Promise<MigrationRow[]> {
  const { rows } = await pool.query<Stored>(LIST, [pathway, IS_CLOSED]);
  return rows.map(rowOf);
}

/** A preview or a plan with all that was found out; undefined when there is none of that id. */
export async function migrationView(
  on: Pool | ClientBase,
  id: string,
): Promise<MigrationView | undefined> {
  const row = (await on.query<StoredView>(VIEW, [id, IS_CLOSED])).rows[0];
  if (!row) return undefined;
  const { plan, decisions, members } = row;
  const groups = (plan?.groups ?? []).map((group) => counted(group, members[group.id]));
  return {
    ...rowOf(row),
    counts: countsOf(groups, row.cases.kept ?? 0),
    notReturned: row.notReturned,
    steps: impacts(groups),
    groups: groups.map(({ present: _, ...group }) => group),
    questions: openQuestions(plan?.questions ?? [], groups),
    decisions: structuredClone(
      answersThatHold(plan, answersIn(decisions)),
    ) as MigrationView['decisions'],
    rules: rulesThatHold(plan, decisions),
    proof: plan?.proof ?? { isComplete: true, unprovenCount: 0, why: null },
  };
}

/** Nobody is asked about those who stay anyway. */
function openQuestions(
  questions: readonly StoredQuestion[],
  groups: readonly Counted[],
): MigrationView['questions'] {
  const waiting = new Map(groups.map(({ id, stays, count }) => [id, stays ? 0 : count]));
  return questions.flatMap((question) => {
    const count = question.groups.reduce((sum, group) => sum + (waiting.get(group) ?? 0), 0);
    if (count === 0) return [];
    return { ...structuredClone(question as MigrationView['questions'][number]), count };
  });
}

/** A rule taken over from another plan says nothing where nobody is on its version any more. */
function rulesThatHold(plan: StoredPlan | null, decided: readonly Decided[]) {
  return rulesIn(decided)
    .filter((rule) => !plan || plan.groups.some(({ version }) => version === rule.version))
    .map(({ rule: _, ...rule }) => rule);
}

function rowOf(row: Stored): MigrationRow {
  const { done, total, cases, status } = row;
  const all = Object.values(cases).reduce((sum, n) => sum + n, 0);
  const left = status === 'taking-back' ? (cases.moved ?? 0) : (cases.waiting ?? 0);
  const isComputed = status !== 'computing' && status !== 'failed';
  return {
    id: row.id,
    pathway: row.pathway,
    title: row.title,
    draft: row.draft,
    version: row.version,
    isCurrent: row.isCurrent,
    status,
    isClosed: row.isClosed,
    errorId: row.errorId,
    progress: isComputed ? { done: all - left, total: all } : { done, total },
    cases,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    startedAt: row.startedAt?.toISOString() ?? null,
    startedBy: row.startedBy,
    endedAt: row.endedAt?.toISOString() ?? null,
    revision: row.revision,
  };
}

type Counted = MigrationGroup & Pick<StoredGroup, 'present'>;

function counted(group: StoredGroup, [count, exceptions] = [0, 0] as readonly [number, number]) {
  return { ...group, count, exceptions };
}

function countsOf(groups: readonly Counted[], kept: number): MigrationView['counts'] {
  const counts = { unaffected: 0, moved: 0, 'needs-decision': 0, blocked: 0, staying: kept };
  for (const { verdict, stays, count } of groups) counts[stays ? 'staying' : verdict] += count;
  return counts;
}

/** For every step of every version, the steps around too, how many stand there. */
function impacts(groups: readonly Counted[]): StepImpact[] {
  const found = new Map<string, StepImpact>();
  for (const { version, present, verdict, stays, count, exceptions } of groups) {
    for (const step of present) {
      const key = `${version} ${step.step}`;
      const impact = found.get(key) ?? {
        ...{ version, step, unaffected: 0, moved: 0, 'needs-decision': 0, blocked: 0, staying: 0 },
      };
      impact[stays ? 'staying' : verdict] += count;
      impact.staying += exceptions;
      found.set(key, impact);
    }
  }
  return [...found.values()];
}
