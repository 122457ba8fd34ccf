import { type NodeAt, own, type Scope } from '../parse/scope.ts';

/** What a step is recognised by when its key changed; each trait is a set of marks. */
interface Trait {
  readonly weight: number;
  readonly marks: ReadonlySet<string>;
}

export type Traits = readonly Trait[];

/** Labels and activities say more about a step than where its arrows go. */
export function traitsOf({ document, transitions, invokes }: Scope, node: NodeAt): Traits {
  const declared = own(document.steps, node.key);
  const words = (text: string | undefined) => text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const arrows = transitions
    .filter(({ source }) => source === node)
    .map(({ cause, place, transition }) => `${cause} ${place.at(-1)} ${transition.guard ?? ''}`);
  return [
    { weight: 3, marks: new Set(words(declared?.label.it)) },
    { weight: 1, marks: new Set(words(declared?.label.en)) },
    { weight: 3, marks: new Set(invokes.flatMap((one) => activityOf(one, node))) },
    { weight: 2, marks: new Set(arrows) },
    { weight: 2, marks: new Set(node.children.map(({ key }) => key)) },
    { weight: 1, marks: new Set(declared?.outcome ? [declared.outcome] : []) },
    { weight: 1, marks: new Set(node.parent ? [node.parent.key] : []) },
  ];
}

function activityOf({ invoke, source }: Scope['invokes'][number], node: NodeAt): string[] {
  return source === node ? [invoke.id] : [];
}

/** From 0 to 1: the weighted mean, over the traits that either has, of the marks in common. */
export function likeness(one: Traits, other: Traits): number {
  let weights = 0;
  let sum = 0;
  for (const [index, { weight, marks }] of one.entries()) {
    const theirs = other[index]!.marks;
    if (marks.size + theirs.size === 0) continue;
    const shared = [...marks].filter((mark) => theirs.has(mark)).length;
    weights += weight;
    sum += (weight * shared) / (marks.size + theirs.size - shared);
  }
  return weights === 0 ? 0 : sum / weights;
}
