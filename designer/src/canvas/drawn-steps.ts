import type {
  ActivityKind,
  Assignee,
  DifferenceKind,
  Finding,
  Language,
  MachineNode,
  Outcome,
  PathwayDocument,
  Severity,
} from '@percorso/engine';
import { documentSteps, listed, targetOf } from '../document-steps.ts';
import { durationWords } from '../duration-words.ts';
import type { Installation } from '../editor/props.ts';
import type { MapNode } from '../map/map-nodes.ts';
import { oncePer } from '../once-per.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { ROLE_WORDS } from '../panels/named-words.ts';
import { WORDS } from './words.ts';

export interface DrawnActivity {
  readonly kind: ActivityKind;
  readonly label: string;
  /** Who does it, where the document says. */
  readonly who: string | undefined;
}

/** What a step says of itself on the drawing, in one language. Plain content, to be compared. */
export interface DrawnStep {
  readonly label: string;
  readonly kind: MapNode['kind'];
  readonly colour: string | undefined;
  /** Its kind where that is not plain, its outcome, or its stage. */
  readonly note: string;
  readonly isInitial: boolean;
  /** It leads back to itself. */
  readonly isRepeated: boolean;
  readonly isUntranslated: boolean;
  readonly timers: readonly string[];
  readonly activities: readonly DrawnActivity[];
}

/** What others say of a step: checks, colleagues, a walk, a comparison. */
export interface StepMarks {
  readonly problemCount: number;
  readonly severity: Severity | undefined;
  readonly commentCount: number;
  readonly youthCount: number | undefined;
  /** How often youths left the arrows here. */
  readonly deviationCount: number | undefined;
  readonly walk: 'present' | 'walked' | undefined;
  readonly change: DifferenceKind | undefined;
}

/** The words of every step of a document. */
export function drawnSteps(
  document: PathwayDocument,
  nodes: readonly MapNode[],
  language: Language,
  organisations: Installation['organisations'],
): ReadonlyMap<string, DrawnStep> {
  const steps = new Map(documentSteps(document).map(({ key, node }) => [key, node]));
  const initial = initialSteps(document);
  const names = namesOf(organisations);
  const { data } = document;
  return new Map(
    nodes.map((node) => {
      const { key } = node;
      const outcome = document.steps[key]?.outcome;
      const isInitial = initial.has(key);
      const shown = drawnStep(node, steps.get(key)!, outcome, isInitial, data, language, names);
      return [key, shown];
    }),
  );
}

const namesOf = oncePer(
  (organisations: Installation['organisations']): ReadonlyMap<string, string> =>
    new Map(organisations.map(({ id, name }) => [id, name])),
);

const drawnStep = oncePer(
  (
    node: MapNode,
    machine: MachineNode,
    outcome: Outcome | undefined,
    isInitial: boolean,
    data: PathwayDocument['data'],
    language: Language,
    names: ReadonlyMap<string, string>,
  ): DrawnStep => ({
    label: node.label[language],
    kind: node.kind,
    colour: node.stage?.colour,
    note: noteOf(node, outcome, language),
    isInitial,
    isRepeated: leadsTo(machine, node.key),
    isUntranslated: node.label.it.trim() === node.label.en.trim(),
    timers: Object.keys(machine.after ?? {}).map((one) => durationWords(one)[language]),
    activities: listed(machine.invoke).map(({ src, input }) => ({
      kind: src,
      label: input.label[language],
      who: whoDoes(data, input.assignee, language, names),
    })),
  }),
);

function initialSteps(document: PathwayDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: MachineNode) => {
    if (node.initial !== undefined) found.add(node.initial);
    for (const child of Object.values(node.states ?? {})) visit(child);
  };
  visit(document.machine);
  return found;
}

function noteOf(node: MapNode, outcome: Outcome | undefined, language: Language): string {
  if (node.kind === 'end') {
    return (outcome ? OUTCOME_WORDS[outcome] : WORDS.kinds.end)[language];
  }
  if (node.kind === 'return' || node.kind === 'regions') return WORDS.kinds[node.kind][language];
  return node.stage?.label[language] ?? '';
}

function leadsTo(node: MachineNode, key: string): boolean {
  const own = [
    ...Object.values(node.on ?? {}),
    ...Object.values(node.after ?? {}),
    node.always,
    node.onDone,
    ...listed(node.invoke).flatMap(({ onDone, onError }) => [onDone, onError]),
  ];
  return own.some((one) => listed(one).some((transition) => targetOf(transition) === key));
}

function whoDoes(
  data: PathwayDocument['data'],
  assignee: Assignee | undefined,
  language: Language,
  names: ReadonlyMap<string, string>,
): string | undefined {
  if (!assignee) return undefined;
  if ('role' in assignee) return ROLE_WORDS[assignee.role][language];
  const { organisation } = assignee;
  if (typeof organisation === 'string') return names.get(organisation) ?? organisation;
  const fact = organisation.fact.replace(/^case\./, '');
  return data.properties[fact]?.label[language] ?? WORDS.someOrganisation[language];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'hint'];

/** How many problems each step has, and the gravest of them. */
export function problemsByStep(
  findings: readonly Finding[],
): ReadonlyMap<string, { readonly count: number; readonly severity: Severity }> {
  const found = new Map<string, { count: number; severity: Severity }>();
  for (const { elements, severity } of findings) {
    for (const step of new Set(elements.map((element) => element.step))) {
      if (step === undefined) continue;
      const before = found.get(step);
      const rank = Math.min(
        SEVERITIES.indexOf(severity),
        SEVERITIES.indexOf(before?.severity ?? 'hint'),
      );
      found.set(step, { count: (before?.count ?? 0) + 1, severity: SEVERITIES[rank]! });
    }
  }
  return found;
}
