import type { Field, MachineInvoke, MachineNode, PathwayDocument } from '@percorso/engine';
import { listed } from '../../document-steps.ts';
import { type CommandRefusal, defineCommand, isRefusal, parsed } from '../command.ts';
import { findStep, kindOf, withNode } from '../edit/nodes.ts';
import { withKey } from '../edit/records.ts';
import { rulesInside } from '../edit/rules.ts';
import { changeFact } from '../facts/change-fact.ts';
import { renameFact } from '../facts/rename-fact.ts';
import { name, part } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { adoptSteps } from './adopt-steps.ts';
import { factsOfRule } from './belongings.ts';

/**
 * Change pattern 7, “inline a sub-process”: a step that waits for a sub-pathway becomes the group
 * of that pathway's steps. What it handed over is read where it is; its end no longer brings an
 * answer.
 */
export const inlinePathway = defineCommand({
  name: 'inline-pathway',
  label: { it: 'Porta qui i passi del sotto-percorso', en: "Bring the sub-pathway's steps here" },
  parameters: { step: name, source: part<PathwayDocument>() },
  edit: (document, { step, source: given }) => {
    const source = parsed(given);
    if (isRefusal(source)) return source;
    const found = findStep(document, step);
    if ('code' in found) return found;
    const [activity, ...others] = listed(found.node.invoke);
    const isRight = activity?.input.pathway === source.id && others.length === 0;
    if (!isRight || kindOf(found.node) !== 'simple') return refuse('pathway-needed');
    if (OWN.some((key) => source.machine[key] !== undefined)) {
      return refuse('pathway-acts-whole', source.title);
    }
    if (readsAnswer(document, activity)) return refuse('answer-lost', source.title);
    const handed = withHandedFacts(source, activity);
    if (isRefusal(handed)) return handed;
    const emptied = withNode(document, step, (node) => opened(node, activity));
    const steps = Object.keys(source.machine.states ?? {});
    const kept = new Set(handedFacts(activity).map(([, fact]) => fact));
    const adopted = adoptSteps(emptied, { steps, document: handed }, step, kept);
    if (isRefusal(adopted) || !source.machine.initial) return adopted;
    const at = steps.indexOf(source.machine.initial);
    return withNode(adopted, step, (node) =>
      withKey(node, 'initial', Object.keys(node.states ?? {})[at]),
    );
  },
});

/** Whether what follows the sub-pathway depends on the answer that its end brought. */
function readsAnswer(document: PathwayDocument, { onDone }: MachineInvoke): boolean {
  const isOfAnswer = (fact: string) => fact.startsWith('answer.');
  return listed(onDone).some(({ guard, actions }) => {
    const rules = guard === undefined ? [] : [...rulesInside(document, guard)];
    const isRecorded = actions?.some(
      ({ type, params }) => type === 'record' && Object.values(params).some(isAnswer),
    );
    return isRecorded || rules.flatMap((rule) => factsOfRule(document, rule)).some(isOfAnswer);
  });
}

const isAnswer = (value: unknown) =>
  typeof value === 'object' && value !== null && 'answer' in value;

/** What the pathway does as a whole has no place in a step that has transitions of its own. */
const OWN = ['type', 'on', 'after', 'always', 'onDone', 'invoke', 'entry', 'exit'] as const;

/** The end of the sub-pathway is now the group's own end; it can't fail any more. */
function opened(node: MachineNode, { onDone }: MachineInvoke): MachineNode {
  const { invoke: _, ...rest } = node;
  return { ...rest, ...(onDone && { onDone }) };
}

/** The sub-pathway's facts that are this case's, under the names that they have here. */
function handedFacts({ input }: MachineInvoke): readonly (readonly [string, string])[] {
  return Object.entries(input.data ?? {}).flatMap(([name, value]) => {
    const fact = typeof value === 'object' && 'fact' in value ? String(value.fact) : '';
    return fact.startsWith('case.') ? [[name, fact.slice('case.'.length)] as const] : [];
  });
}

function withHandedFacts(
  source: PathwayDocument,
  activity: MachineInvoke,
): PathwayDocument | CommandRefusal {
  let given: PathwayDocument | CommandRefusal = source;
  for (const [fact, value] of Object.entries(activity.input.data ?? {})) {
    const field: Field | undefined = isRefusal(given) ? undefined : given.data.properties[fact];
    if (isRefusal(given) || !field) continue;
    if (typeof value !== 'object' || !('fact' in value)) {
      // What the sub-case began with is what the fact begins with.
      const is = { ...field, default: value };
      given = changeFact.edit(given, { of: 'case', fact, is });
    } else if (value.fact.startsWith('case.')) {
      given = renameFact.edit(given, { of: 'case', fact, to: value.fact.slice('case.'.length) });
    } else given = refuse('fact-copied', fact);
  }
  return given;
}
