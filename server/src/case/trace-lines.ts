import {
  type Entry,
  type FactValue,
  innermostOf,
  type ObjectSchema,
  type Words,
} from '@percorso/engine';
import type { TraceLine } from '../contract/cases.ts';
import type { Language } from '../contract/words.ts';
import type { Server } from '../server.ts';
import { findActivityInput } from './activity-input.ts';
import { addedTasks } from './added-tasks.ts';
import { editionNames } from './edition-names.ts';
import { entryWords, type Telling } from './entry-words.ts';
import type { LoadedCase } from './load-case.ts';
import { MOVING, undoings } from './moving-entries.ts';
import { pathwayVersion } from './pathway-versions.ts';
import { type Names, stepSummary, valueInWords } from './step-words.ts';

const READ = `
SELECT e.revision, e.at, e.kind, e.actor_kind, p.name AS actor, e.entered, e.left_steps, e.facts,
  x.name AS other,
  (SELECT json_object_agg(a.field, a.text) FROM private_answer a
   WHERE a.case_id = e.case_id AND a.revision = e.revision) AS private
FROM trace_entry e
LEFT JOIN person p ON p.id = e.actor_id
LEFT JOIN person x ON x.id = (e.facts::json #>> '{event,person}')::uuid
WHERE e.case_id = $1 ORDER BY e.revision DESC`;

interface Row {
  readonly revision: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor_kind: 'person' | 'youth' | 'system';
  readonly actor: string | null;
  readonly entered: string[];
  readonly left_steps: string[];
  readonly facts: string | null;
  /** The colleague whom an administrative entry names. */
  readonly other: string | null;
  readonly private: Record<string, string> | null;
}

/** Everything that happened to a case, newest first, in words; private answers for its team. */
export async function traceLines(
  server: Server,
  loaded: LoadedCase,
  language: Language,
  readBy: 'team' | 'youth' = 'team',
): Promise<TraceLine[]> {
  const { rows } = await server.pool.query<Row>({
    name: 'trace-lines',
    text: READ,
    values: [loaded.id],
  });
  const [names, tasks] = await Promise.all([
    editionNames(server.pool, rows.flatMap(editionIds)),
    readBy === 'team' ? addedTasks(server.pool, loaded.id) : NO_TASKS,
  ]);
  const undone = undoneRows(rows);
  const lines: TraceLine[] = [];
  // The newest first: before it went over to its version, a case was on another.
  let { version } = loaded;
  for (const row of rows) {
    const event = eventOf(row);
    const pathway = await pathwayVersion(server, loaded.pathwayId, version);
    lines.push(traceLine({ pathway, tasks }, row, undone, language, names));
    if (event?.type === 'migrate' || event?.type === 'take-back') version = event.from;
  }
  return lines;
}

const NO_TASKS: Telling['tasks'] = new Map();

interface Undone {
  /** What undid a row, or took it back. */
  readonly by: ReadonlyMap<Row, Row>;
  /** What an undoing ended, just one row. */
  readonly ended: ReadonlyMap<Row, Row>;
}

/** Which rows no longer hold, and which of the others undid or took them back. */
function undoneRows(rows: readonly Row[]): Undone {
  const moving = rows.filter(({ kind }) => MOVING.includes(kind)).toReversed();
  const undone = undoings(moving.map(({ kind }) => kind));
  const pairs = [...undone].map(([at, by]) => [moving[at]!, moving[by]!] as const);
  return { by: new Map(pairs), ended: new Map(pairs.map(([row, by]) => [by, row])) };
}

function editionIds(row: Row): string[] {
  const answer = Object.values(answerOf(row));
  return answer.filter((value): value is string => typeof value === 'string' && UUID.test(value));
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

type Event = Entry['event'];

const eventOf = (row: Row): Event | undefined =>
  row.facts === null ? undefined : (JSON.parse(row.facts) as Entry).event;

/** What was answered; of a correction, what holds now. */
function answerOf(row: Row): Record<string, FactValue | null> {
  const event = eventOf(row);
  if (event?.type === 'correct') return { ...event.data };
  return event && 'answer' in event ? { ...event.answer } : {};
}

function traceLine(
  telling: Telling,
  row: Row,
  undone: Undone,
  language: Language,
  names: Names,
): TraceLine {
  const { pathway } = telling;
  const schema = schemaOf(telling, eventOf(row));
  const undoneBy = undone.by.get(row)?.revision;
  // What was undone with its data is still told, but no longer shown.
  const given = undoneBy === undefined ? { ...answerOf(row), ...row.private } : {};
  const answers = Object.entries(given).map(([name, value]) => {
    const field = schema?.properties[name];
    const known = value ?? '—';
    const words = field ? valueInWords(field, known, names)[language] : String(known);
    return { label: field?.label ?? PRIVATE_LABELS[name] ?? { it: name, en: name }, value: words };
  });
  return {
    revision: row.revision,
    at: row.at.toISOString(),
    kind: row.kind,
    words: lineWords(telling, row, undone),
    by: { kind: row.actor_kind, name: row.actor },
    entered: innermostOf(pathway, row.entered).map((step) => stepSummary(pathway, step)),
    left: row.left_steps,
    answers,
    ...(undoneBy !== undefined && { undoneBy }),
  };
}

function lineWords(telling: Telling, row: Row, undone: Undone): Words {
  const told = (one: Row) => ({ kind: one.kind, event: eventOf(one), other: one.other });
  // An undoing never crosses a change of the version.
  const ended = row.kind === 'undo' && undone.ended.get(row);
  if (!ended) return entryWords(telling, told(row));
  return entryWords(telling, { ...told(row), undone: entryWords(telling, told(ended)) });
}

const PRIVATE_LABELS: Readonly<Record<string, Words>> = {
  note: { it: 'Nota', en: 'Note' },
  reason: { it: 'Motivo', en: 'Reason' },
};

function schemaOf(
  { pathway: { document }, tasks }: Telling,
  event: Event | undefined,
): ObjectSchema | undefined {
  if (event?.type === 'correct') return document.data;
  const form =
    event?.type === 'action'
      ? document.actions[event.action]?.form
      : event?.type === 'done'
        ? (tasks.get(event.activity)?.form ?? findActivityInput(document, event.activity)?.form)
        : undefined;
  return form === undefined ? undefined : document.forms[form];
}
