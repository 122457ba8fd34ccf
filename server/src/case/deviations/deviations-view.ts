import {
  type CaseState,
  type PathwayDocument,
  type PossibleDeviations,
  standing,
  tryDeviations,
} from '@percorso/engine';
import type { DeviationsView } from '../../contract/deviations.ts';
import { No, PROBLEMS } from '../../http/problems.ts';
import { addedTasks } from '../added-tasks.ts';
import { circumstancesOf } from '../advance-case.ts';
import { entryWords, type Telling } from '../entry-words.ts';
import { inTurns } from '../in-turns.ts';
import { readTrace, type Trace } from '../moving-entries.ts';
import { stepSummary } from '../step-words.ts';
import { decideUndo } from './decide-undo.ts';
import type { Occasion } from './occasion.ts';
import { whyClosed } from './why-closed.ts';

/** Everything that may be done for this one youth off the arrows now, and what could be undone. */
export async function deviationsView(occasion: Occasion): Promise<DeviationsView> {
  const { server, loaded, pathway } = occasion;
  const [trace, tasks, organisations] = await Promise.all([
    readTrace(server.pool, loaded),
    addedTasks(server.pool, loaded.id),
    server.pool.query<{ id: string; name: string }>(ORGANISATIONS),
  ]);
  const { skip, goBack, goTo } = await possibleNow(occasion, trace);
  const summary = (step: string) => stepSummary(pathway, step);
  return {
    revision: loaded.revision,
    skip: skip.map(({ from, to }) => ({ from: summary(from), to: to.map(summary) })),
    goBack: goBack.map(summary),
    goTo: goTo.map(summary),
    undo: await undoable(occasion, trace, { pathway, tasks }),
    assignees: { roles: [...ROLES], organisations: organisations.rows },
    forms: Object.keys(pathway.document.forms).map((form) => ({
      form,
      label: formLabel(pathway.document, form),
    })),
    tasks: [...tasks.values()]
      .filter(({ isOpen }) => isOpen)
      .map(({ id, activity, label }) => ({ id, activity, label })),
  };
}

/** Those that somebody who works there would see a task of. */
const ORGANISATIONS = `
SELECT id, name FROM organisation o WHERE EXISTS (
  SELECT FROM person p
  WHERE p.organisation_id = o.id AND p.active AND 'partner-operator' = ANY (p.roles))
ORDER BY position, id`;

const ROLES: DeviationsView['assignees']['roles'] = [
  { role: 'case-manager', label: { it: 'Case manager', en: 'Case manager' } },
  { role: 'coordinator', label: { it: 'Chi coordina', en: 'Coordinators' } },
];

/** All the tries together take tens of milliseconds: others have their turn after each. */
async function possibleNow(
  { loaded, pathway, now }: Occasion,
  { entries }: Trace,
): Promise<PossibleDeviations> {
  if (whyClosed(loaded, false)) return { skip: [], goBack: [], goTo: [] };
  const state = JSON.parse(loaded.snapshot) as CaseState;
  const circumstances = circumstancesOf(loaded, pathway, now);
  const tries = tryDeviations(pathway, state, circumstances, entries ?? []);
  return inTurns(tries);
}

async function undoable(
  occasion: Occasion,
  trace: Trace,
  telling: Telling,
): Promise<DeviationsView['undo']> {
  const { steps, entries } = trace;
  if (!entries) return null;
  const of = standing(entries.map(({ event }) => event)).at(-1) ?? 0;
  if (of === 0) return null;
  const { revision, at, actorKind, actor } = steps[of]!;
  const { event } = entries[of]!;
  return {
    of,
    revision,
    words: entryWords(telling, { kind: event.type, event }),
    at: at.toISOString(),
    by: { kind: actorKind, name: actor },
    refusal: await whyNotUndone(occasion, of, trace),
  };
}

async function whyNotUndone(occasion: Occasion, of: number, trace: Trace) {
  const refused = whyClosed(occasion.loaded, true) ?? (await decideUndo(occasion, of, trace));
  if (!(refused instanceof No)) return null;
  const { code, details } = refused;
  const unlock = details.unlock?.[0]?.words;
  const reason = details.detail ?? PROBLEMS[code].detail;
  return { code, reason, ...(unlock && { unlock }) };
}

/** A form has seldom a name of its own: then what it is filled in for. */
function formLabel({ forms, actions }: PathwayDocument, form: string) {
  const asking = Object.values(actions).find((action) => action.form === form);
  return forms[form]?.label ?? asking?.label ?? { it: form, en: form };
}
