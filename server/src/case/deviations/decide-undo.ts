import {
  type CaseState,
  type Entry,
  presentSteps,
  sortedJson,
  standing,
  type Undone,
  undoLast,
  walkTrace,
} from '@percorso/engine';
import { No, no } from '../../http/problems.ts';
import { noOfDeviation } from '../../http/refusals.ts';
import { addedTasks } from '../added-tasks.ts';
import { circumstancesOf } from '../advance-case.ts';
import { type EffectRows, effectRows } from '../effect-rows.ts';
import { ENTRIES_AT_ONCE, inTurns } from '../in-turns.ts';
import { type Trace, versionsOf } from '../moving-entries.ts';
import {
  acceptedMeanwhile,
  formerRows,
  rowsAgain,
  takeSeatsBack,
  whyRowsRefuse,
  withdrawn,
} from './former-rows.ts';
import { type Deciding, type Occasion, reasonId } from './occasion.ts';
import { subCasesRest, whySubCasesRefuse } from './sub-cases-rest.ts';
import { perhapsSent, recalled, recallMail, unsentMessages } from './unsent-mail.ts';
import { whyNotTheirs } from './why-not-theirs.ts';

type Ok = Extract<Undone, { ok: true }>;

/**
 * Undoes the last step that still holds, number `of` among the steps, with its data and its rows;
 * or says why that can't be. What others did is theirs.
 */
export async function decideUndo(
  occasion: Occasion,
  of: number,
  { steps, entries }: Trace,
): Promise<Deciding | No> {
  const { server, loaded, reason } = occasion;
  if (!entries) return no('trace-erased');
  const last = standing(entries.map(({ event }) => event)).at(-1) ?? 0;
  if (of !== last) return no('undo-outdated');
  const step = steps[last]!;
  if (step.actorKind === 'youth') return no('undo-youth');
  const former = await formerRows(server.pool, loaded.id, step.revision);
  const forbidden = whyNotTheirs(occasion, entries[last]!.event, former);
  if (forbidden) return forbidden;
  const unsent = await unsentMessages(server.pool, loaded.id, step.revision);
  const undone = await undoneOf(occasion, entries, [...unsent.untried, ...unsent.perhapsSent]);
  if (undone instanceof No) return undone;
  const { state } = undone;
  const subCases = withdrawn(former, state).flatMap(({ subCaseId }) => subCaseId ?? []);
  const refused = whyRowsRefuse(former, state) ?? (await whySubCasesRefuse(server.pool, subCases));
  if (refused) return refused;
  return {
    decision: {
      kind: 'undo',
      facts: undone.entry,
      entered: undone.entry.entered,
      left: undone.entry.left,
      privateAnswers: { reason },
      state,
      steps: presentSteps(occasion.pathway, state),
      rows: rowsAgain(rowsOf(occasion, undone), former, state),
      isReopened: true,
      within: async (client) => {
        await subCasesRest(client, subCases);
        await takeSeatsBack(client, former, state);
        await recallMail(client, loaded.id, step.revision);
      },
    },
    changes: [...undone.changes, ...recalled(occasion.pathway.document, unsent)],
    lasting: [
      ...undone.lasting.map((words) => ({ about: 'message' as const, words })),
      ...perhapsSent(occasion.pathway.document, unsent),
      ...acceptedMeanwhile(former, state),
    ],
  };
}

async function undoneOf(
  { server, loaded, pathway, now }: Occasion,
  entries: readonly Entry[],
  unsent: readonly string[],
): Promise<Ok | No> {
  const { first, versions } = await versionsOf(server, loaded, entries);
  const walked = await inTurns(walkTrace(first, entries, versions), ENTRIES_AT_ONCE);
  const isSound = walked.ok && sortedJson(walked.state) === sortedJson(JSON.parse(loaded.snapshot));
  // Who gives a state back from a trace must be able to trust it.
  if (!isSound) return no('trace-broken');
  const tasks = await addedTasks(server.pool, loaded.id);
  const undone = undoLast(first, entries, circumstancesOf(loaded, pathway, now), {
    reason: reasonId(loaded.revision + 1),
    versions,
    walked,
    unsent,
    labels: Object.fromEntries([...tasks].map(([activity, { label }]) => [activity, label])),
  });
  return undone.ok ? undone : noOfDeviation(undone.refusal);
}

function rowsOf({ server, loaded }: Occasion, { state, effects }: Ok): EffectRows {
  return effectRows({
    caseId: loaded.id,
    parentCaseId: loaded.parentCaseId,
    before: JSON.parse(loaded.snapshot) as CaseState,
    after: state,
    event: { type: 'undo' },
    effects,
    newId: server.newId,
  });
}
