import {
  type CaseState,
  type Deviated,
  type Deviation,
  deviate,
  presentSteps,
} from '@percorso/engine';
import type { DeviationAsked } from '../../contract/deviations.ts';
import { No, no } from '../../http/problems.ts';
import { noOfDeviation } from '../../http/refusals.ts';
import { type AddedTask, addedTasks } from '../added-tasks.ts';
import { circumstancesOf } from '../advance-case.ts';
import type { Decision } from '../decision.ts';
import { type EffectRows, effectRows } from '../effect-rows.ts';
import { readTrace, type Trace } from '../moving-entries.ts';
import { whyNobody } from '../organisation-unknown.ts';
import { decideUndo } from './decide-undo.ts';
import { acceptedAmong, openRows } from './former-rows.ts';
import { examineTask, taskLetters } from './new-task.ts';
import { type Deciding, type Occasion, reasonId } from './occasion.ts';
import { seatOutlook } from './seat-outlook.ts';
import { whyClosed } from './why-closed.ts';

/** What a deviation comes to, or why not; nothing is written. */
export async function decideDeviation(
  occasion: Occasion,
  asked: DeviationAsked,
): Promise<Deciding | No> {
  const closed = whyClosed(occasion.loaded, asked.type === 'undo');
  if (closed) return closed;
  const trace = await readTrace(occasion.server.pool, occasion.loaded);
  return asked.type === 'undo'
    ? decideUndo(occasion, asked.of, trace)
    : decideMove(occasion, asked, trace);
}

type Asked = Exclude<DeviationAsked, { type: 'undo' }>;

async function decideMove(
  occasion: Occasion,
  asked: Asked,
  { entries }: Trace,
): Promise<Deciding | No> {
  const { server, loaded, pathway, now, reason } = occasion;
  // Where a case has been is told by its trace alone.
  if (!entries && asked.type === 'go-back') return no('trace-erased');
  const tasks = await addedTasks(server.pool, loaded.id);
  if (asked.type === 'add-task') {
    const fault = await examineTask(server, asked, tasks.values(), now);
    if (fault) return fault;
  }
  const before = JSON.parse(loaded.snapshot) as CaseState;
  const deviation = deviationOf(occasion, asked);
  const labels = labelsOf(tasks, deviation, asked);
  const done = deviate(pathway, before, deviation, circumstancesOf(loaded, pathway, now), {
    entries: entries ?? [],
    labels,
  });
  if (!done.ok) return noOfDeviation(done.refusal);
  const rows = rowsOf(occasion, deviation, done, labels);
  const nobody = await whyNobody(server.pool, rows.opened);
  if (nobody) return nobody;
  const seats = await seatOutlook(server.pool, rows.opened);
  if (seats instanceof No) return seats;
  const letters = asked.type === 'add-task' ? await taskLetters(server, loaded, asked) : undefined;
  const steps = presentSteps(pathway, done.state);
  const { entered, left } = done.entry;
  const decision: Decision = {
    ...{ kind: deviation.type, facts: done.entry, entered, left, state: done.state, steps, rows },
    privateAnswers: { reason },
    // The preview said so.
    acceptsWaiting: true,
    ...(letters && { mail: letters.mail }),
  };
  const changes = [...done.changes, ...seats, ...(letters?.changes ?? [])];
  const open = await openRows(server.pool, loaded.id, loaded.revision);
  const closed = new Set(rows.closed.map(({ activity }) => activity));
  const lasting = acceptedAmong(open.filter(({ activity }) => closed.has(activity)));
  return { decision, changes, lasting };
}

type Labels = Readonly<Record<string, AddedTask['label']>>;

function rowsOf(
  { server, loaded }: Occasion,
  deviation: Deviation,
  { state, effects }: Extract<Deviated, { ok: true }>,
  labels: Labels,
): EffectRows {
  return effectRows({
    caseId: loaded.id,
    parentCaseId: loaded.parentCaseId,
    before: JSON.parse(loaded.snapshot) as CaseState,
    after: state,
    event: deviation,
    effects,
    ...(deviation.type === 'add-task' && {
      labels: { [deviation.task.text]: labels[deviation.activity]! },
    }),
    newId: server.newId,
  });
}

/** The engine gets ids in place of texts: of the entry's private answer, and of the task's row. */
function deviationOf({ server, loaded }: Occasion, asked: Asked): Deviation {
  const next = loaded.revision + 1;
  const reason = reasonId(next);
  if (asked.type !== 'add-task') return { ...asked, reason };
  const { assignee, dueAt, form } = asked;
  const { role, organisation } = assignee;
  return {
    type: 'add-task',
    // A revision comes but once: the case has never had this number.
    activity: `ad-hoc/${next}`,
    task: {
      text: server.newId(),
      assignee: role ? { role } : { organisation: organisation! },
      ...(dueAt !== undefined && { dueAt }),
      ...(form !== undefined && { form }),
    },
    reason,
  };
}

function labelsOf(
  tasks: ReadonlyMap<string, AddedTask>,
  deviation: Deviation,
  asked: Asked,
): Labels {
  const known = [...tasks].map(([activity, { label }]) => [activity, label] as const);
  const labels = Object.fromEntries(known);
  return asked.type === 'add-task' && deviation.type === 'add-task'
    ? { ...labels, [deviation.activity]: { it: asked.label, en: asked.label } }
    : labels;
}
