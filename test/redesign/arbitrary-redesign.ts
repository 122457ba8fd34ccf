/** A pathway drawn at random, and edits by the designer's own commands. */
import { compile, type Pathway, type PathwayDocument, presentSteps } from '@percorso/engine';
import fc from 'fast-check';
import { type CommandName, commands } from '../../designer/src/commands/registry.ts';
import {
  arbitraryParameters,
  atStep,
} from '../../designer/src/commands/testing/arbitrary-parameters.ts';
import { arbitraryDocument } from '../../engine/src/testing/arbitrary-document.ts';
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

export const arbitraryRedesign: fc.Arbitrary<Redesign> = fc
  .record({
    drawn: arbitraryDocument,
    hasExit: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
    edits: fc.array(fc.record({ name: anyName, at: fc.nat(99), numbers: numbersOf(20) }), {
      minLength: 1,
      maxLength: 9,
    }),
    numbers: fc.array(fc.nat(9999), { minLength: 10, maxLength: 40 }),
  })
  .map(({ drawn, hasExit, edits, numbers }) => {
    const before = hasExit ? withExit(drawn) : drawn;
    const pathway = compile(before);
    const steps = walked(pathway, numbers).flatMap(({ state }) => presentSteps(pathway, state));
    return { before, numbers, ...edited(before, edits, [...new Set(steps)]) };
  });

/** An action that ends the case from anywhere, as people may always withdraw. */
function withExit(document: PathwayDocument): PathwayDocument {
  const { actions, steps, machine } = document;
  const label = { it: 'over', en: 'over' };
  return {
    ...document,
    actions: { ...actions, LEAVE: { label, roles: ['case-manager'] } },
    steps: { ...steps, over: { label, outcome: 'withdrawn' } },
    machine: {
      ...machine,
      on: { ...machine.on, LEAVE: { target: '#over' } },
      states: { ...machine.states, over: { id: 'over', type: 'final' } },
    },
  };
}

interface Edit {
  readonly name: CommandName;
  readonly at: number;
  readonly numbers: readonly number[];
}

/** Two in three edits are about a step where somebody is. */
function edited(before: PathwayDocument, edits: readonly Edit[], present: readonly string[]) {
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
    if (name === 'rename-step') noteRenaming(renamedSteps, parameters as never);
  }
  return { after, renamedSteps, edits: done };
}

function noteRenaming(
  renamedSteps: Record<string, string>,
  { step, to }: { readonly step: string; readonly to: string },
): void {
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
