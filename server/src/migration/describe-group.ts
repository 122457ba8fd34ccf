import {
  type Changes,
  type Deadline,
  type MigrationGroup as Group,
  innermostOf,
  type Migration,
  type Obligation,
  type Pathway,
  presentSteps,
  type Words,
} from '@percorso/engine';
import { stepSummary } from '../case/step-words.ts';
import type { GroupChanges } from '../contract/migration-changes.ts';
import type { MigrationGroup } from '../contract/migrations.ts';
import { handedOn, type OrganisationNames } from './handed-on.ts';
import type { StoredGroup } from './stored-plan.ts';

/** What happens to a group, in the words of both versions. */
export function describedGroup(
  { steps, example }: Group,
  before: Pathway,
  after: Pathway,
  organisations: OrganisationNames,
): Omit<StoredGroup, 'id' | 'version' | 'stays'> {
  const described = (changes: Changes) => describedChanges(changes, before, after, organisations);
  return {
    verdict: example.kind,
    present: steps.map((step) => stepSummary(before, step)),
    from: innermostOf(before, steps).map((step) => stepSummary(before, step)),
    to: arrivedAt(example, steps, after),
    changes: 'changes' in example ? described(example.changes) : null,
    proven: example.kind !== 'moved' || isProven(example.proof),
    questions: questionsOf(example, described),
    blocked: example.kind === 'blocked' ? { reason: example.reason, unlock: example.unlock } : null,
  };
}

function isProven({
  isReachable,
  leadsToOutcome,
}: {
  isReachable: string;
  leadsToOutcome: string;
}) {
  return isReachable !== 'unknown' && leadsToOutcome !== 'unknown';
}

function arrivedAt(example: Migration, steps: readonly string[], after: Pathway) {
  const present =
    example.kind === 'moved'
      ? presentSteps(after, example.state)
      : example.kind === 'unaffected'
        ? steps
        : [];
  return innermostOf(after, present).map((step) => stepSummary(after, step));
}

function questionsOf(example: Migration, described: (changes: Changes) => GroupChanges) {
  if (example.kind !== 'needs-decision') return [];
  return example.questions.map(({ steps, choices }): MigrationGroup['questions'][number] => ({
    steps: [...steps],
    choices: choices.map(({ at, label, changes }) => ({
      at: [...at],
      label,
      changes: described(changes),
    })),
  }));
}

const namedObligation = ({ activity, kind, label }: Obligation) => ({
  key: activity,
  kind,
  label,
});

function describedChanges(
  changes: Changes,
  before: Pathway,
  after: Pathway,
  organisations: OrganisationNames,
): GroupChanges {
  const [old, next] = [before.document, after.document];
  const named = (keys: readonly string[], label: (key: string) => Words | undefined) =>
    keys.map((key) => ({ key, label: label(key) ?? { it: key, en: key } }));
  const deadlines = (of: readonly Deadline[], pathway: Pathway) =>
    of.map(({ step, duration }) => ({ step: stepSummary(pathway, step), duration }));
  const passing = handedOn(changes, before, after, organisations);
  const others = (all: readonly Obligation[]) =>
    all.filter(({ activity }) => !passing.some(({ key }) => key === activity)).map(namedObligation);
  return {
    opened: others(changes.activitiesOpened),
    withdrawn: others(changes.activitiesWithdrawn),
    handedOn: passing,
    kept: changes.activitiesKept.map(namedObligation),
    revised: [...changes.activitiesRevised],
    timersSet: deadlines(changes.timersSet, after),
    timersCleared: deadlines(changes.timersCleared, before),
    timersRecomputed: deadlines(changes.timersRecomputed, after),
    messages: named(changes.messages, (key) => next.messages[key]?.subject),
    dataWithoutPlace: named(changes.dataWithoutPlace, (key) => old.data.properties[key]?.label),
    dataBegun: named(changes.dataBegun, (key) => next.data.properties[key]?.label),
    historyForgotten: changes.historyForgotten.map((step) => stepSummary(before, step)),
    actionsGained: named(changes.actionsGained, (key) => next.actions[key]?.label),
    actionsLost: named(changes.actionsLost, (key) => old.actions[key]?.label),
  };
}
