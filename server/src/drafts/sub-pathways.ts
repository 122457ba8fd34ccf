import type { Finding, MachineInvoke, MachineNode, PathwayDocument } from '@percorso/engine';

/** An activity that a step opens, or the whole pathway. */
export interface Opening {
  readonly step: string | undefined;
  readonly input: MachineInvoke['input'];
}

/** The facts of its case that other pathways hand to this one when they open it. */
export function handedTo(id: string, others: readonly PathwayDocument[]): string[] {
  const openings = others.flatMap((other) => openingsIn(other.machine));
  const facts = openings
    .filter(({ input }) => input.pathway === id)
    .flatMap(({ input }) => Object.keys(input.data ?? {}));
  return [...new Set(facts)];
}

/** Sub-pathways that nobody has published: a case would have nowhere to go. */
export function unknownPathways(
  document: PathwayDocument,
  others: readonly PathwayDocument[],
): Finding[] {
  const known = new Set([document.id, ...others.map(({ id }) => id)]);
  return openingsIn(document.machine)
    .flatMap(({ step, input: { pathway } }) => (pathway === undefined ? [] : { step, pathway }))
    .filter(({ pathway }) => !known.has(pathway))
    .map(({ step, pathway }) => ({
      check: 'pathway-unpublished',
      severity: 'error',
      elements: [{ pointer: `/steps/${step ?? ''}`, ...(step !== undefined && { step }) }],
      message: {
        it: `Il percorso «${pathway}», che questo passo apre, non è pubblicato: pubblica prima quello`,
        en: `The pathway “${pathway}”, which this step opens, is not published: publish it first`,
      },
    }));
}

export function openingsIn(node: MachineNode, step?: string): Opening[] {
  const invokes = node.invoke === undefined ? [] : [node.invoke].flat();
  const own = invokes.map(({ input }) => ({ step, input }));
  const inner = Object.entries(node.states ?? {});
  return [...own, ...inner.flatMap(([key, child]) => openingsIn(child, key))];
}
