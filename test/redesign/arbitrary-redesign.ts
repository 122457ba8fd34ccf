/** A pathway drawn at random, and edits by the designer's own commands. */
import {
  compile,
  type MachineNode,
  type Pathway,
  type PathwayDocument,
  presentSteps,
} from '@percorso/engine';
import fc from 'fast-check';
import { type CommandName, commands } from '../../designer/src/commands/registry.ts';
import {
  arbitraryParameters,
  atStep,
} from '../../designer/src/commands/testing/arbitrary-parameters.ts';
import { arbitraryDocument } from '../../engine/src/testing/arbitrary-document.ts';
import { withExit } from '../../engine/src/testing/with-exit.ts';
import { walked } from './walks.ts';

export interface Redesign {
  readonly before: PathwayDocument;
  readonly after: PathwayDocument;
  readonly renamedSteps: Readonly<Record<string, string>>;
  readonly edits: readonly string[];
  readonly numbers: readonly number[];
}

/** What may move somebody; what only changes words or looks is left out. */
const STRUCTURE =
  /-(step|steps|region|history|initial|kind|parallel|sequential|transition|activity|dependency)$|^ungroup|^make-/;
const CONTENT = /-(rule|guard|reentry|fact|field|form|effect|action|conditional)$/;
const namesLike = (pattern: RegExp) =>
  Object.keys(commands).filter((name) => pattern.test(name)) as CommandName[];
const structural = fc.constantFrom(...namesLike(STRUCTURE));
const anyName = fc.oneof(
  { weight: 4, arbitrary: structural },
  { weight: 1, arbitrary: fc.constantFrom(...namesLike(CONTENT)) },
);

const numbersOf = (length: number) =>
  fc.array(fc.nat(99_999), { minLength: length, maxLength: length });

export const arbitraryEdits = (maxLength: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(fc.record({ name: anyName, at: fc.nat(99), numbers: numbersOf(20) }), {
    minLength: 1,
    maxLength,
  });

export const arbitraryRedesign: fc.Arbitrary<Redesign> = fc
  .record({
    drawn: arbitraryDocument,
    hasExit: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
    thinness: fc.integer({ min: 0, max: 5 }),
    edits: arbitraryEdits(9),
    numbers: fc.array(fc.nat(9999), { minLength: 10, maxLength: 40 }),
  })
  .map(({ drawn, hasExit, thinness, edits, numbers }) => {
    const thin = thinness > 2 ? thinned(drawn, thinness) : drawn;
    const before = hasExit && thin === drawn ? withExit(drawn) : thin;
    const pathway = compile(before);
    const steps = walked(pathway, numbers).flatMap(({ state }) => presentSteps(pathway, state));
    return { before, numbers, ...edited(before, edits, [...new Set(steps)]) };
  });

/** With few actions: what activities, their failures, timers and memories lead to decides. */
function thinned(document: PathwayDocument, every: number): PathwayDocument {
  let count = 0;
  const thin = (node: MachineNode): MachineNode => {
    const { on, states, ...rest } = node;
    const kept = Object.entries(on ?? {}).filter(() => count++ % every === 0);
    const inner = Object.entries(states ?? {}).map(([key, child]) => [key, thin(child)]);
    return {
      ...rest,
      ...(kept.length > 0 && { on: Object.fromEntries(kept) }),
      ...(states && { states: Object.fromEntries(inner) }),
    };
  };
  return { ...document, machine: thin(document.machine) as PathwayDocument['machine'] };
}

export interface Edit {
  readonly name: CommandName;
  readonly at: number;
  readonly numbers: readonly number[];
}

/** Two in three edits are about a step where somebody is. */
export function edited(
  before: PathwayDocument,
  edits: readonly Edit[],
  present: readonly string[],
) {
  let after = before;
  const done: string[] = [];
  const renamedSteps: Record<string, string> = {};
  for (const { name, at, numbers } of edits) {
    const step = present[at % present.length]!;
    const here = renamedSteps[step] ?? step;
    const isHere = at % 3 > 0 && Object.hasOwn(after.steps, here);
    const parameters = isHere
      ? atStep(name, after, here, at)
      : arbitraryParameters(name, after, numbers);
    const run = commands[name].run as (document: PathwayDocument, given: unknown) => Run;
    const result = run(after, parameters);
    if (!result.ok || result.document === after) continue;
    after = result.document;
    done.push(`${name} ${JSON.stringify(parameters)}`);
    const given = parameters as { step: string; to: string; by: string };
    if (name === 'rename-step') noteRenaming(renamedSteps, given.step, given.to);
    if (name === 'replace-step') noteRenaming(renamedSteps, given.step, given.by);
  }
  return { after, renamedSteps, edits: done };
}

function noteRenaming(renamedSteps: Record<string, string>, step: string, to: string): void {
  for (const [old, known] of Object.entries(renamedSteps)) {
    if (known === step) renamedSteps[old] = to;
  }
  renamedSteps[step] ??= to;
}

type Run = { readonly ok: true; readonly document: PathwayDocument } | { readonly ok: false };

export interface Versions {
  readonly from: Pathway;
  readonly to: Pathway;
}

export function versionsOf({ before, after }: Redesign): Versions {
  return { from: compile(before), to: compile(after) };
}
