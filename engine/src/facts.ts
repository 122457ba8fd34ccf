/** The facts that rules read, and what `record` makes of them. */
import type { Answer } from './case.ts';
import type { Facts, Field, ObjectSchema, PathwayDocument, RecordValue } from './document.ts';

/** XState's context while a step is taken; the participant's facts are never stored. */
export interface MachineContext {
  readonly case: Facts;
  readonly participant: Facts;
}

/** The facts under their full names, as rules read them. */
export function fullFacts(context: MachineContext, answer?: Answer): Facts {
  const facts: Record<string, Facts[string]> = Object.create(null);
  for (const name of Object.keys(context.participant))
    facts[`participant.${name}`] = context.participant[name]!;
  for (const name of Object.keys(context.case)) facts[`case.${name}`] = context.case[name]!;
  if (answer) for (const name of Object.keys(answer)) facts[`answer.${name}`] = answer[name]!;
  return facts;
}

/**
 * The facts after `record`: an answer that was not given leaves its fact as it was, and a sum stays
 * within what `fields` allow (a counter that may go to 20 stays at 20).
 */
export function recorded(
  facts: Facts,
  params: Readonly<Record<string, RecordValue>>,
  answer: Answer | undefined,
  fields: ObjectSchema['properties'],
): Facts {
  const next: Record<string, Facts[string]> = { ...facts };
  for (const [name, value] of Object.entries(params)) {
    if (value === null) {
      delete next[name];
    } else if (typeof value !== 'object' || Array.isArray(value)) {
      next[name] = value as Facts[string];
    } else if ('answer' in value) {
      const given = answer?.[value.answer];
      if (given !== undefined) next[name] = given;
    } else {
      const before = next[name];
      const sum = (typeof before === 'number' ? before : 0) + (value as { add: number }).add;
      next[name] = within(fields[name], sum);
    }
  }
  return next;
}

/** JSON has no number beyond the greatest, and a whole number is exact only up to its own. */
function within(field: Field | undefined, sum: number): number {
  const greatest = field?.type === 'integer' ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
  const { minimum = -greatest, maximum = greatest } = field ?? {};
  return Math.min(Math.max(sum, minimum), maximum);
}

/** What a case knows at its start: the defaults of its declared facts. */
export function defaultsOf(document: PathwayDocument): Facts {
  return Object.fromEntries(
    Object.entries(document.data.properties).flatMap(([name, field]) =>
      field.default === undefined ? [] : [[name, field.default]],
    ),
  );
}
