import {
  activitiesIn,
  type CaseState,
  type Changes,
  type Circumstances,
  carryAgain,
  type Migration,
  type Pathway,
  type Population,
} from '@percorso/engine';
import { enrolmentsAmong, whyNoSeat } from '../case/edition-outlook.ts';
import { type EffectRows, effectRows, type SubCaseStart } from '../case/effect-rows.ts';
import type { Hindrance } from '../case/hindrance.ts';
import { whyNobodyOf } from '../case/organisation-unknown.ts';
import { quoted } from '../case/quoted.ts';
import { organisationOf } from './open-activities.ts';
import type { Outlook } from './outlook.ts';

/** Where cases go over to, and what there is then. */
export interface Scene {
  readonly after: Pathway;
  readonly circumstances: Omit<Circumstances, 'participant'>;
  readonly outlook: Outlook;
}

/** What the database would say to a case that goes over. */
export interface Foreseen {
  /** It would be refused, and nothing of it written. */
  readonly hindrance?: Hindrance;
  /** The editions in which it would need a seat. */
  readonly takes: readonly string[];
}

/** Does it take seats, sub-pathways or organisations, besides what the documents have? */
export function asksForMore(
  { activitiesOpened, activitiesRevised }: Changes,
  { document }: Pathway,
): boolean {
  const declared = activitiesIn(document);
  const opened = activitiesOpened.map(({ activity }) => activity);
  return (
    activitiesOpened.some(({ kind }) => kind === 'enrolment' || kind === 'pathway') ||
    [...opened, ...activitiesRevised].some((activity) => {
      const { assignee } = declared.get(activity)!.input;
      return assignee !== undefined && 'organisation' in assignee;
    })
  );
}

/** By the very rows that the move would write, in the order in which they would be refused. */
export function foreseeCase(
  { after, circumstances, outlook }: Scene,
  before: Pathway,
  { state, participant = {} }: Population,
  example: Migration,
): Foreseen {
  if (example.kind !== 'moved') return { takes: [] };
  const here = { ...circumstances, participant };
  const carried = carryAgain(before, after, state, here, example.passage);
  if (!carried) throw new Error('A case can’t go the way of another that is like it.');
  const rows = effectRows({
    ...{ caseId: '', parentCaseId: null, event: { type: 'migrate' }, newId: () => '' },
    ...{ before: state, after: carried.state, effects: carried.effects },
  });
  const given = [...rows.opened, ...revised(after, example.changes, carried.state)];
  const hindrance =
    whyNoSeats(rows, outlook) ??
    whyNotBegun(rows.subCases, outlook) ??
    whyNobodyOf(outlook.organisations, given);
  const takes = enrolmentsAmong(rows.opened).flatMap(({ id }) => id ?? []);
  return { takes, ...(hindrance && { hindrance }) };
}

function whyNoSeats(rows: EffectRows, { editions }: Outlook): Hindrance | undefined {
  for (const { activity, id } of enrolmentsAmong(rows.opened)) {
    const hindrance = whyNoSeat(activity, editions.get(id ?? ''));
    if (hindrance) return hindrance;
  }
  return undefined;
}

function whyNotBegun(
  subCases: readonly SubCaseStart[],
  { pathways }: Outlook,
): Hindrance | undefined {
  const closed = subCases.find(({ pathway }) => !pathways.has(pathway));
  return (
    closed && {
      code: 'pathway-closed',
      reason: quoted(closed.activity.label, CLOSED),
      unlock: REOPEN,
    }
  );
}

const CLOSED = {
  it: '# apre un percorso che ora nessuno può cominciare: le sue versioni sono ritirate.',
  en: '# opens a pathway that nobody can begin now: its versions are withdrawn.',
};
const REOPEN = {
  it: 'Ripristinare una versione di quel percorso, o pubblicarne una nuova.',
  en: 'Restore a version of that pathway, or publish a new one.',
};

/** Who sees to an edition is not the document's to say. */
function revised({ document }: Pathway, { activitiesRevised }: Changes, state: CaseState) {
  return activitiesRevised
    .filter((activity) => state.activities[activity] !== 'enrolment')
    .map((activity) => {
      const { input } = activitiesIn(document).get(activity)!;
      return { label: input.label, organisationId: organisationOf(input.assignee, state.data) };
    });
}
