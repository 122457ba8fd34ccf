import type { MachineNode, MachineTransition, PathwayDocument, Words } from '@percorso/engine';
import { documentSteps, listed, targetOf } from '../document-steps.ts';
import { durationWords } from '../duration-words.ts';
import { oncePer } from '../once-per.ts';

export type MapEdgeKind = 'action' | 'timer' | 'done' | 'failed' | 'automatic';

/** An arrow of the drawing: everything that leads from one step to another. */
export interface MapEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly ways: readonly { readonly kind: MapEdgeKind; readonly label: Words }[];
}

interface Way {
  readonly kind: MapEdgeKind;
  readonly label: Words;
  readonly transitions: readonly MachineTransition[];
}

const AUTOMATIC: Words = { it: 'da sé', en: 'by itself' };

/** The arrows of a document, one for each pair of steps; what stays in its step draws none. */
export function mapEdges(document: PathwayDocument): readonly MapEdge[] {
  return documentSteps(document).flatMap(({ key, node }) => edgesFrom(node, key, document.actions));
}

type Actions = PathwayDocument['actions'];

const edgesFrom = oncePer((node: MachineNode, from: string, actions: Actions) => {
  const edges = new Map<string, MapEdge>();
  for (const { kind, label, transitions } of waysOf(node, actions)) {
    for (const to of new Set(transitions.map(targetOf))) {
      if (to === undefined || to === from) continue;
      const ways = edges.get(to)?.ways ?? [];
      const isKnown = ways.some((way) => way.label.it === label.it && way.kind === kind);
      const all = isKnown ? ways : [...ways, { kind, label }];
      edges.set(to, { id: `${from} ${to}`, from, to, ways: all });
    }
  }
  return [...edges.values()];
});

function waysOf(node: MachineNode, declared: Actions): readonly Way[] {
  const actions = Object.entries(node.on ?? {}).map(([action, transitions]) => ({
    kind: 'action' as const,
    label: declared[action]?.label ?? { it: action, en: action },
    transitions: listed(transitions),
  }));
  const timers = Object.entries(node.after ?? {}).map(([duration, transitions]) => ({
    kind: 'timer' as const,
    label: durationWords(duration),
    transitions: listed(transitions),
  }));
  const activities = listed(node.invoke).flatMap(({ input, onDone, onError }) => [
    { kind: 'done' as const, label: input.label, transitions: listed(onDone) },
    { kind: 'failed' as const, label: notDone(input.label), transitions: listed(onError) },
  ]);
  return [
    ...actions,
    ...activities,
    ...timers,
    { kind: 'automatic', label: AUTOMATIC, transitions: listed(node.always) },
    { kind: 'automatic', label: AUTOMATIC, transitions: listed(node.onDone) },
  ];
}

function notDone(label: Words): Words {
  return { it: `${label.it}: non riuscito`, en: `${label.en}: not done` };
}
