import {
  available,
  type CaseState,
  type FactValue,
  innermostOf,
  type MachineNode,
  type Pathway,
  type Possibility,
} from '@percorso/engine';
import type { Reader } from '../access/reader.ts';
import type { CaseView, ParticipantView, PossibilityView } from '../contract/cases.ts';
import type { Language } from '../contract/words.ts';
import type { Server } from '../server.ts';
import { activityView, readActivities } from './activity-views.ts';
import { circumstancesOf } from './advance-case.ts';
import { canManage, whoMay } from './case-access.ts';
import { type CaseDetails, readDetails } from './case-details.ts';
import { whyClosed } from './deviations/why-closed.ts';
import { possibleDuplicates } from './duplicates.ts';
import { editionNames } from './edition-names.ts';
import type { LoadedCase } from './load-case.ts';
import { ageOn } from './participant-facts.ts';
import { pathwayVersion } from './pathway-versions.ts';
import { type Names, stepSummary, valueInWords } from './step-words.ts';
import { TIME_ZONE } from './time-zone.ts';

/** The whole page of a case, for a reader who may see it. */
export async function caseView(
  server: Server,
  loaded: LoadedCase,
  reader: Reader,
  language: Language,
): Promise<CaseView> {
  const state = JSON.parse(loaded.snapshot) as CaseState;
  const strings = Object.values(state.data).filter((value) => typeof value === 'string');
  const [pathway, details, activities, duplicates, names] = await Promise.all([
    pathwayVersion(server, loaded.pathwayId, loaded.version),
    readDetails(server.pool, loaded.id),
    readActivities(server.pool, loaded.id),
    possibleDuplicates(server, loaded.id, reader),
    editionNames(server.pool, strings),
  ]);
  const now = server.clock();
  const { document } = pathway;
  const sharedWith = details.shared.map(({ id }) => id);
  const caseFacts = { caseManagerId: loaded.caseManagerId, sharedWith };
  return {
    id: loaded.id,
    revision: loaded.revision,
    receiptCode: details.receipt_code,
    pathway: loaded.pathwayId,
    version: loaded.version,
    pathwayTitle: document.title,
    subject: loaded.facts.subject,
    status: loaded.status,
    outcome: loaded.outcome,
    steps: innermostOf(pathway, loaded.steps).map((step) => stepSummary(pathway, step)),
    presentSteps: [...loaded.steps],
    walkedSteps: details.walked,
    facts: factViews(pathway, state, names),
    participant: participantView(details, now),
    caseManager: managerOf(loaded),
    sharedWith: details.shared,
    possibilities: possibilityViews(pathway, loaded, state, reader, now),
    activities: activities.map((row) =>
      activityView(row, document, { reader, language }, caseFacts, now),
    ),
    timers: loaded.status === 'done' ? [] : timerViews(pathway, state),
    notes: details.notes.map((note) => ({ ...note, at: new Date(note.at).toISOString() })),
    parentCase: loaded.parentCaseId
      ? { id: loaded.parentCaseId, name: participantName(details) }
      : null,
    duplicates,
    may: abilitiesOn(loaded, reader),
    changedAt: details.changed_at.toISOString(),
    registeredAt: details.registered_at.toISOString(),
  };
}

/** Off the arrows in some way, if only by undoing how it ended. */
const mayDeviate = (loaded: LoadedCase) => whyClosed(loaded, true) === undefined;

const managerOf = ({ caseManagerId, manager }: LoadedCase) =>
  caseManagerId && manager ? { id: caseManagerId, name: manager.name } : null;

function abilitiesOn(loaded: LoadedCase, reader: Reader): string[] {
  const deviating = mayDeviate(loaded) ? ['deviate'] : [];
  const always = ['note', 'decide-duplicate', ...deviating];
  if (!canManage(reader, loaded)) return always;
  const changing = loaded.status === 'active' ? ['correct', 'link'] : [];
  // A sub-case goes with the case around it.
  const office = loaded.parentCaseId === null ? ['assign', 'share'] : [];
  return [...office, 'change-participant', ...changing, ...always];
}

function factViews({ document }: Pathway, state: CaseState, names: Names): CaseView['facts'] {
  return Object.entries(document.data.properties).map(([name, field]) => {
    const value = state.data[name] as FactValue | undefined;
    const words = value === undefined ? { it: '', en: '' } : valueInWords(field, value, names);
    const copy = typeof value === 'object' ? [...value] : (value ?? null);
    return { name, label: field.label, value: copy, words };
  });
}

/** What the engine allows, narrowed to the reader's roles: the rest is shown with who may do it. */
function possibilityViews(
  pathway: Pathway,
  loaded: LoadedCase,
  state: CaseState,
  reader: Reader,
  now: Date,
): PossibilityView[] {
  if (loaded.status === 'done') return [];
  return available(pathway, state, circumstancesOf(loaded, pathway, now)).map((possibility) =>
    forReader(pathway, possibility, reader),
  );
}

function forReader(pathway: Pathway, possibility: Possibility, reader: Reader): PossibilityView {
  const { refusal, roles, leadsTo, ...rest } = possibility;
  const hasRole = roles.some((role) => reader.roles.includes(role));
  const no = hasRole ? refusal : { code: 'forbidden', reason: whoMay(roles), unlock: [] as const };
  return {
    ...rest,
    roles: [...roles],
    leadsTo: leadsTo.map((step) => stepSummary(pathway, step)),
    verdict: hasRole ? possibility.verdict : 'no',
    ...(no && { refusal: { code: no.code, reason: no.reason, unlock: [...no.unlock] } }),
  };
}

function participantName(details: CaseDetails): string {
  return details.group_name ?? [details.first_name, details.last_name].filter(Boolean).join(' ');
}

export function participantView(details: CaseDetails, now: Date): ParticipantView {
  return {
    id: details.participant_id,
    revision: details.participant_revision,
    subject: details.subject,
    name: participantName(details),
    firstName: details.first_name,
    lastName: details.last_name,
    birthDate: details.birth_date,
    age: details.birth_date ? ageOn(details.birth_date, now, TIME_ZONE) : null,
    email: details.email ?? details.contact,
    phone: details.phone,
    district: details.district,
    language: details.language,
    wish: details.wish,
    helper: details.helper && {
      name: details.helper.name,
      organisation: details.helper.organisation ?? null,
    },
    guardian: details.guardian,
    headCount: details.head_count,
  };
}

/** When each running timer is due and which steps it may lead to. */
function timerViews(pathway: Pathway, state: CaseState): CaseView['timers'] {
  return Object.entries(state.timers).map(([timer, dueAt]) => ({
    timer,
    dueAt,
    leadsTo: timerTargets(pathway.document.machine, timer).map((step) =>
      stepSummary(pathway, step),
    ),
  }));
}

/** XState names the delayed event `xstate.after.<delay>.<id of the node>`. */
function timerTargets(node: MachineNode, timer: string): string[] {
  const own = Object.entries(node.after ?? {}).find(
    ([duration]) => timer === `xstate.after.${duration}.${node.id}`,
  );
  if (own) {
    const targets = [own[1]].flat().flatMap(({ target }) => target ?? []);
    return [...new Set(targets.map((target) => target.replace(/^#/, '')))];
  }
  return Object.values(node.states ?? {}).flatMap((child) => timerTargets(child, timer));
}
