import type { ActivityInput, ActivityKind } from '../document.ts';
import { factProblem } from './fact-lookup.ts';
import { partName } from './kind-words.ts';
import type { DocumentProblem, Place } from './problem.ts';
import { problem } from './problems.ts';
import { isReserved } from './reserved-names.ts';
import type { Check, InvokeAt, Scope } from './scope.ts';

/** What an activity of each kind can't do without. */
const NEEDED: Readonly<Record<ActivityKind, readonly (keyof ActivityInput)[]>> = {
  task: ['assignee'],
  enrolment: ['edition'],
  appointment: ['at'],
  pathway: ['pathway'],
  service: ['service'],
};

/** What only an activity of one kind can use. */
const ONLY: readonly (readonly [keyof ActivityInput, ActivityKind])[] = [
  ['edition', 'enrolment'],
  ['messages', 'enrolment'],
  ['at', 'appointment'],
  ['place', 'appointment'],
  ['pathway', 'pathway'],
  ['data', 'pathway'],
  ['service', 'service'],
];

/** An activity's id is unique in the document. */
export const activitiesAreUnique: Check = ({ invokes }) => {
  const seen = new Set<string>();
  return invokes.flatMap(({ invoke: { id }, place }) => {
    if (isReserved(id)) return [problem('name-reserved', [...place, 'id'], id)];
    if (seen.has(id)) return [problem('activity-duplicate', [...place, 'id'], id)];
    seen.add(id);
    return [];
  });
};

/** An activity's input has what its kind needs, and refers to facts that exist. */
export const activityInputsFit: Check = (scope) =>
  scope.invokes.flatMap((one) => [...wants(one), ...excess(one), ...references(scope, one)]);

function wants({ invoke, place }: InvokeAt): DocumentProblem[] {
  return NEEDED[invoke.src]
    .filter((key) => invoke.input[key] === undefined)
    .map((key) => problem('activity-input-missing', [...place, 'input'], '', partName(key)));
}

function excess({ invoke, place }: InvokeAt): DocumentProblem[] {
  return ONLY.filter(([key, kind]) => kind !== invoke.src && invoke.input[key] !== undefined).map(
    ([key]) => problem('activity-input-misplaced', [...place, 'input', key], '', partName(key)),
  );
}

function references(scope: Scope, { invoke: { input }, place }: InvokeAt): DocumentProblem[] {
  const at = [...place, 'input'];
  const organisation =
    input.assignee && 'organisation' in input.assignee ? input.assignee.organisation : undefined;
  const handed = Object.entries(input.data ?? {});
  return [
    ...checkReference(scope, input.edition, [...at, 'edition'], ['edition']),
    ...checkReference(scope, input.at, [...at, 'at'], ['date-time', 'date']),
    ...checkReference(scope, input.place, [...at, 'place']),
    ...checkReference(scope, organisation, [...at, 'assignee', 'organisation']),
    ...handed.flatMap(([name, value]) => checkReference(scope, value, [...at, 'data', name])),
  ];
}

function checkReference(
  scope: Scope,
  value: unknown,
  place: Place,
  formats?: readonly string[],
): DocumentProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const fact = String((value as { fact: unknown }).fact);
  const found = factProblem(scope.document, fact, undefined, [...place, 'fact'], formats);
  return found ? [found] : [];
}
