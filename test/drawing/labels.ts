/** What a pathway's things are called in Italian, by the names that only the document knows. */
import type {
  FactValue,
  Field,
  MachineInvoke,
  MachineNode,
  PathwayDocument,
} from '@percorso/engine';

export interface Labels {
  /** With those around it, for labels may repeat: «Preso in carico › Sostegno». */
  readonly step: (key: string) => string;
  readonly action: (name: string) => string;
  readonly form: (name: string) => string;
  readonly message: (name: string) => string;
  readonly stage: (id: string) => string;
  readonly activity: (id: string) => string;
  /** Of a fact such as `case.goal`; of an answer to a form of that name. */
  readonly fact: (fact: string, form?: string) => string;
  /** A fact's value: of one that is chosen, what the choice is called. */
  readonly value: (fact: string, value: FactValue, form?: string) => unknown;
}

export function labelsOf(document: PathwayDocument): Labels {
  const { actions, forms, messages, stages } = document;
  const steps = stepPaths(document);
  const activities = activityLabels(document.machine);
  const field = (fact: string, form: string | undefined) => fieldOf(document, fact, form);
  return {
    step: (key) => steps.get(key) ?? key,
    action: (name) => actions[name]?.label.it ?? name,
    form: (name) => forms[name]?.label?.it ?? name,
    message: (name) => messages[name]?.subject.it ?? name,
    stage: (id) => stages.find((stage) => stage.id === id)?.label.it ?? id,
    activity: (id) => activities.get(id) ?? id,
    fact: (fact, form) => `${fact.split('.')[0]} ${field(fact, form)?.label.it ?? fact}`,
    value: (fact, value, form) => valueTold(field(fact, form), value),
  };
}

function fieldOf(document: PathwayDocument, fact: string, form: string | undefined) {
  const [of, name = ''] = fact.split('.');
  if (of === 'participant') return document.participant.properties[name];
  if (of === 'case') return document.data.properties[name];
  return form === undefined ? undefined : document.forms[form]?.properties[name];
}

function valueTold(field: Field | undefined, value: FactValue): unknown {
  const options = field?.oneOf ?? field?.items?.oneOf;
  if (!options || typeof value === 'boolean' || typeof value === 'number') return value;
  const labelOf = (one: string) => options.find((option) => option.const === one)?.label.it ?? one;
  return typeof value === 'string' ? labelOf(value) : value.map(labelOf);
}

function stepPaths({ machine, steps }: PathwayDocument): ReadonlyMap<string, string> {
  const inside = (node: MachineNode, around: string): [string, string][] =>
    Object.entries(node.states ?? {}).flatMap(([key, child]) => {
      const path = around ? `${around} › ${steps[key]?.label.it}` : `${steps[key]?.label.it}`;
      return [[key, path] as [string, string], ...inside(child, path)];
    });
  return new Map(inside(machine, ''));
}

function activityLabels(node: MachineNode): ReadonlyMap<string, string> {
  const own = ([node.invoke ?? []].flat() as MachineInvoke[]).map(
    ({ id, input }) => [id, input.label.it] as const,
  );
  const inner = Object.values(node.states ?? {}).flatMap((child) => [...activityLabels(child)]);
  return new Map([...own, ...inner]);
}
