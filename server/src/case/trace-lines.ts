import type { Entry, FactValue, ObjectSchema, Pathway, Words } from '@percorso/engine';
import type { TraceLine } from '../contract/cases.ts';
import type { Language } from '../contract/words.ts';
import type { Server } from '../server.ts';
import { findActivityInput } from './activity-input.ts';
import { editionNames } from './edition-names.ts';
import type { LoadedCase } from './load-case.ts';
import { pathwayVersion } from './pathway-versions.ts';
import { innermost, type Names, stepSummary, valueInWords } from './step-words.ts';

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
): Promise<TraceLine[]> {
  const { rows } = await server.pool.query<Row>({
    name: 'trace-lines',
    text: READ,
    values: [loaded.id],
  });
  const names = await editionNames(server.pool, rows.flatMap(editionIds));
  const lines: TraceLine[] = [];
  // The newest first: before it went over to its version, a case was on another.
  let { version } = loaded;
  for (const row of rows) {
    const event = eventOf(row);
    const pathway = await pathwayVersion(server, loaded.pathwayId, version);
    lines.push(traceLine(pathway, row, language, names));
    if (event?.type === 'migrate' || event?.type === 'take-back') version = event.from;
  }
  return lines;
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

function traceLine(pathway: Pathway, row: Row, language: Language, names: Names): TraceLine {
  const schema = schemaOf(pathway, eventOf(row));
  const given = { ...answerOf(row), ...row.private };
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
    words: wordsOf(pathway, row),
    by: { kind: row.actor_kind, name: row.actor },
    entered: innermost(pathway, row.entered).map((step) => stepSummary(pathway, step)),
    left: row.left_steps,
    answers,
  };
}

const PRIVATE_LABELS: Readonly<Record<string, Words>> = {
  note: { it: 'Nota', en: 'Note' },
  reason: { it: 'Motivo', en: 'Reason' },
};

function schemaOf({ document }: Pathway, event: Event | undefined): ObjectSchema | undefined {
  if (event?.type === 'correct') return document.data;
  const form =
    event?.type === 'action'
      ? document.actions[event.action]?.form
      : event?.type === 'done'
        ? findActivityInput(document, event.activity)?.form
        : undefined;
  return form === undefined ? undefined : document.forms[form];
}

const join = (words: Words, it: string, en: string): Words => ({
  it: `${words.it}${it}`,
  en: `${words.en}${en}`,
});

/** One line of the timeline: what happened, in the words of the pathway. */
function wordsOf(pathway: Pathway, row: Row): Words {
  const event = eventOf(row);
  const { document } = pathway;
  switch (event?.type) {
    case 'action':
      return document.actions[event.action]?.label ?? KINDS.action!;
    case 'done':
      return join(activityLabel(pathway, event.activity), ': fatto', ': done');
    case 'failed':
      return event.reason === 'declined'
        ? join(activityLabel(pathway, event.activity), ': rifiutato', ': declined')
        : join(activityLabel(pathway, event.activity), ': non riuscito', ': did not succeed');
    case 'timer': {
      const step = stepSummary(pathway, event.timer.split('.').at(-1) ?? '').label;
      return { it: `Scaduto il termine: ${step.it}`, en: `Time ran out: ${step.en}` };
    }
    case 'migrate':
      return join(KINDS.migrate!, `: ora versione ${event.to}`, `: now version ${event.to}`);
    case 'take-back':
      return join(
        KINDS['take-back']!,
        `: di nuovo versione ${event.to}`,
        `: version ${event.to} again`,
      );
  }
  const words = KINDS[row.kind] ?? { it: row.kind, en: row.kind };
  return row.other ? join(words, ` ${row.other}`, ` ${row.other}`) : words;
}

const activityLabel = ({ document }: Pathway, activity: string): Words =>
  findActivityInput(document, activity)?.label ?? { it: activity, en: activity };

/** What an entry is called when its facts are erased, or when it moved nothing. */
const KINDS: Readonly<Record<string, Words>> = {
  start: { it: 'Inizio del percorso', en: 'The pathway begins' },
  action: { it: 'Azione', en: 'Action' },
  done: { it: 'Attività conclusa', en: 'Activity completed' },
  failed: { it: 'Attività non riuscita', en: 'Activity failed' },
  timer: { it: 'Scadenza', en: 'Time limit' },
  correct: { it: 'Correzione dei dati', en: 'Facts corrected' },
  migrate: { it: 'Il percorso è cambiato', en: 'The pathway has changed' },
  'take-back': {
    it: 'Il cambio di percorso è stato annullato',
    en: 'The change of the pathway was taken back',
  },
  assigned: { it: 'Affidato a', en: 'Given to' },
  shared: { it: 'Condiviso con', en: 'Shared with' },
  unshared: { it: 'Non più condiviso con', en: 'No longer shared with' },
  note: { it: 'Nota aggiunta', en: 'Note added' },
  'participant-changed': { it: 'Dati personali corretti', en: 'Personal data corrected' },
  accepted: { it: 'Compito accettato da', en: 'Task accepted by' },
  'seat-offered': {
    it: 'Posto assegnato dalla lista d’attesa, in ordine di iscrizione',
    en: 'Seat given from the waiting list, first come, first served',
  },
  'link-renewed': { it: 'Nuovo collegamento personale', en: 'New personal link' },
  withdrawn: { it: 'Ritirato dal percorso principale', en: 'Withdrawn by the main pathway' },
  'duplicate-decided': { it: 'Controllo dei doppioni', en: 'Check for duplicates' },
  duplicate: { it: 'Chiuso: stessa persona di un altro caso', en: 'Closed: same person' },
};
