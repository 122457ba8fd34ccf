import {
  describeRule,
  type MachineInvoke,
  type MachineTransition,
  type PathwayDocument,
  type StageDeclaration,
  type Words,
} from '@percorso/engine';
import { nodesOf } from '../commands/edit/nodes.ts';
import {
  type OwnTransition,
  type TransitionPlace,
  transitionsOf,
} from '../commands/edit/transitions.ts';
import { listed, targetOf } from '../document-steps.ts';
import { durationWords } from '../duration-words.ts';
import type { Selection } from '../editor/selection.ts';
import { WORDS } from './words.ts';

/** One line of the list: a step, what it waits for, or a way out of it. */
export interface OutlineRow {
  readonly id: string;
  readonly kind: 'step' | 'activity' | 'transition';
  /** 1 at the top level, as `aria-level` counts. */
  readonly level: number;
  readonly parent: string | undefined;
  /** The step that it is or that it belongs to. */
  readonly step: string;
  readonly label: Words;
  /** Said after the label: what kind of step, where a way leads and on what condition. */
  readonly notes: readonly Words[];
  readonly stage: StageDeclaration | undefined;
  readonly selection: Selection;
  readonly hasChildren: boolean;
}

/** Every line in the order of the document: a step, its activities, its ways out, its steps. */
export function outlineRows(document: PathwayDocument): readonly OutlineRow[] {
  const [machine, ...steps] = nodesOf(document);
  const stages = new Map(document.stages.map((stage) => [stage.id, stage]));
  const nodes = new Map([machine!, ...steps].map((one) => [one.key, one]));
  return steps.flatMap(({ key, node, parent, way }) => {
    const declaration = document.steps[key];
    const level = way.length - 1;
    const activities = listed(node.invoke);
    const ways = transitionsOf(node);
    const isInitial = nodes.get(parent!)?.node.initial === key;
    const row: OutlineRow = {
      id: key,
      kind: 'step',
      level,
      parent: parent === machine!.key ? undefined : parent,
      step: key,
      label: declaration?.label ?? { it: key, en: key },
      notes: [...(isInitial ? [WORDS.initial] : []), ...kindNotes(node.type)],
      stage: declaration?.stage ? stages.get(declaration.stage) : undefined,
      selection: { kind: 'steps', steps: [key] },
      hasChildren: activities.length + ways.length > 0 || node.states !== undefined,
    };
    const inner = { level: level + 1, parent: key, step: key };
    return [
      row,
      ...activities.map((activity) => activityRow(activity, inner)),
      ...ways.map((one) => transitionRow(document, one, inner)),
    ];
  });
}

function kindNotes(type: 'parallel' | 'final' | 'history' | undefined): readonly Words[] {
  if (type === 'parallel') return [WORDS.regions];
  if (type === 'final') return [WORDS.end];
  return type === 'history' ? [WORDS.return] : [];
}

type Inner = Pick<OutlineRow, 'level' | 'step'> & { readonly parent: string };

function activityRow({ id, input }: MachineInvoke, inner: Inner): OutlineRow {
  return {
    ...inner,
    id: `${inner.step}/activity/${id}`,
    kind: 'activity',
    label: input.label,
    notes: [],
    stage: undefined,
    selection: { kind: 'activity', step: inner.step, activity: id },
    hasChildren: false,
  };
}

function transitionRow(document: PathwayDocument, own: OwnTransition, inner: Inner): OutlineRow {
  const { cause, index, transition } = own;
  const place: TransitionPlace = { from: inner.step, ...cause, index };
  return {
    ...inner,
    id: `${inner.step}/${cause.kind}/${cause.name ?? ''}/${index}`,
    kind: 'transition',
    label: causeWords(document, own, inner.step),
    notes: [targetWords(document, transition), ...conditionWords(document, transition)],
    stage: undefined,
    selection: { kind: 'transition', place },
    hasChildren: false,
  };
}

/** What makes a youth go this way: «Azione «Conferma»», «Tempo: dopo 14 giorni». */
function causeWords(document: PathwayDocument, { cause }: OwnTransition, step: string): Words {
  const kind = WORDS.way[cause.kind];
  const name = cause.name ?? '';
  const of: Words | undefined =
    cause.kind === 'action'
      ? document.actions[name]?.label
      : cause.kind === 'timer'
        ? durationWords(name)
        : activityLabel(document, step, name);
  return of ? { it: `${kind.it}: ${of.it}`, en: `${kind.en}: ${of.en}` } : kind;
}

function activityLabel(document: PathwayDocument, step: string, id: string): Words | undefined {
  const node = nodesOf(document).find(({ key }) => key === step)?.node;
  return listed(node?.invoke).find((one) => one.id === id)?.input.label;
}

function targetWords(document: PathwayDocument, transition: MachineTransition): Words {
  const target = targetOf(transition);
  if (target === undefined) return WORDS.stays;
  const label = document.steps[target]?.label ?? { it: target, en: target };
  return { it: `porta a «${label.it}»`, en: `leads to “${label.en}”` };
}

function conditionWords(document: PathwayDocument, { guard }: MachineTransition): readonly Words[] {
  if (guard === undefined) return [];
  const sentence = describeRule(document, guard);
  return [{ it: `${WORDS.on.it}: ${sentence.it}`, en: `${WORDS.on.en}: ${sentence.en}` }];
}

/** The lines that are seen: none inside what is folded. */
export function visibleRows(
  rows: readonly OutlineRow[],
  folded: ReadonlySet<string>,
): readonly OutlineRow[] {
  const hidden = new Set<string>();
  return rows.filter(({ id, parent }) => {
    const isHidden = parent !== undefined && (folded.has(parent) || hidden.has(parent));
    if (isHidden) hidden.add(id);
    return !isHidden;
  });
}

/** The steps whose name, in either language, holds what was written. */
export function matchingRows(rows: readonly OutlineRow[], search: string): readonly OutlineRow[] {
  const text = search.trim().toLowerCase();
  const holds = (words: Words) =>
    [words.it, words.en].some((one) => one.toLowerCase().includes(text));
  return rows.filter(({ kind, label }) => kind === 'step' && holds(label));
}
