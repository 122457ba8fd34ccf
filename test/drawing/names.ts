/** What two drawings of one pathway call the same things: names are made from what they are called. */
import type { MachineInvoke, MachineNode, PathwayDocument } from '@percorso/engine';

type Names = ReadonlyMap<string, string>;

/** A renaming of everything that has a name, from one document to another. */
export interface Renaming {
  readonly steps: Names;
  readonly actions: Names;
  readonly facts: Names;
  readonly forms: Names;
  readonly messages: Names;
  readonly stages: Names;
  /** By their step and their label. */
  readonly activities: Names;
}

/** Pairs what is called the same in Italian; inside a group for steps, for labels may repeat. */
export function renamingOf(from: PathwayDocument, to: PathwayDocument): Renaming {
  return {
    steps: paired(stepPaths(from), stepPaths(to)),
    actions: paired(labels(from.actions), labels(to.actions)),
    facts: paired(labels(from.data.properties), labels(to.data.properties)),
    forms: paired(labels(from.forms), labels(to.forms)),
    messages: paired(subjects(from), subjects(to)),
    stages: paired(stageLabels(from), stageLabels(to)),
    activities: paired(activityPaths(from), activityPaths(to)),
  };
}

type Called = readonly (readonly [name: string, called: string])[];

function paired(from: Called, to: Called): Names {
  const names = new Map(to.map(([name, called]) => [called, name]));
  return new Map(from.map(([name, called]) => [name, names.get(called) ?? `?${name}`]));
}

function labels(record: Readonly<Record<string, { readonly label?: { readonly it: string } }>>) {
  return Object.entries(record).map(([name, { label }]) => [name, label?.it ?? name] as const);
}

function subjects({ messages }: PathwayDocument): Called {
  return Object.entries(messages).map(([name, { subject }]) => [name, subject.it]);
}

function stageLabels({ stages }: PathwayDocument): Called {
  return stages.map(({ id, label }) => [id, label.it]);
}

interface Placed {
  readonly key: string;
  readonly path: string;
  readonly node: MachineNode;
}

/** Every step with the labels of those around it. */
function placed(document: PathwayDocument): readonly Placed[] {
  const inside = (node: MachineNode, path: string): Placed[] =>
    Object.entries(node.states ?? {}).flatMap(([key, child]) => {
      const here = `${path}/${document.steps[key]?.label.it}`;
      return [{ key, path: here, node: child }, ...inside(child, here)];
    });
  return inside(document.machine, '');
}

function stepPaths(document: PathwayDocument): Called {
  const root: Called = [[document.machine.id, '']];
  return [...root, ...placed(document).map(({ key, path }) => [key, path] as const)];
}

function activityPaths(document: PathwayDocument): Called {
  return placed(document).flatMap(({ path, node }) =>
    ([node.invoke ?? []].flat() as MachineInvoke[]).map(
      ({ id, input }) => [id, `${path}: ${input.label.it}`] as const,
    ),
  );
}
