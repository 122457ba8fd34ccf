import type { MachineInvoke, PathwayDocument, StepDeclaration, Words } from '@percorso/engine';
import { type CommandRefusal, defineCommand, isRefusal, parsed } from '../command.ts';
import {
  type FoundNode,
  findStep,
  keysInside,
  kindOf,
  withNode,
  withoutDeclarations,
} from '../edit/nodes.ts';
import { freeName, withKey } from '../edit/records.ts';
import { anchored, waysOf } from '../edit/targets.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { placedActivities, saidSteps } from '../uses/use.ts';
import { type Belongings, belongingsOf, declarationsOf } from './belongings.ts';

const OWN = ['on', 'after', 'always', 'invoke', 'entry', 'exit'] as const;

/**
 * Change pattern 6, “extract a sub-process”: the group becomes a step that waits for a pathway of
 * its own, which `extractedPathway` gives and which has to be kept beside this one.
 */
export const extractPathway = defineCommand({
  name: 'extract-pathway',
  label: { it: 'Ricava un sotto-percorso dal gruppo', en: 'Make the group a sub-pathway' },
  parameters: { step: name, pathway: name },
  edit: (document, { step, pathway }) => {
    const extracted = extractedPathway(document, { step, pathway });
    if (isRefusal(extracted)) return extracted;
    const inside = insideOf(document, step);
    const isTaken = (id: string) =>
      placedActivities(document).some(({ activity }) => activity.id === id);
    const facts = Object.keys(extracted.data.properties);
    const handed = facts.map((fact) => [fact, { fact: `case.${fact}` }] as const);
    const waited: MachineInvoke = {
      id: freeName(`${step.slice(0, 50)}-pathway`, isTaken),
      src: 'pathway',
      input: {
        label: document.steps[step]!.label,
        pathway,
        ...(facts.length > 0 && { data: Object.fromEntries(handed) }),
      },
    };
    const drawn = withNode(document, step, ({ onDone, states: _, initial: _first, ...node }) => ({
      ...node,
      invoke: { ...waited, ...(onDone && { onDone }) },
    }));
    return withoutDeclarations(
      drawn,
      [...inside].filter((key) => key !== step),
    );
  },
});

/** The pathway that `extract-pathway` would wait for: the group's steps and what they need. */
export function extractedPathway(
  document: PathwayDocument,
  { step, pathway }: { readonly step: string; readonly pathway: string },
): PathwayDocument | CommandRefusal {
  const free = anchored(document);
  const found = findStep(free, step);
  if ('code' in found) return found;
  const fault = extractionFault(free, found);
  if (fault) return fault;
  const inside = insideOf(free, step);
  inside.delete(step);
  const { case: facts, participant, ...rest } = declarationsOf(free, belongingsOf(free, inside));
  const { initial, states } = found.node;
  const words = Object.entries(free.steps).filter(([key]) => inside.has(key));
  const label = free.steps[step]!.label;
  return parsed({
    format: 1,
    id: pathway,
    title: label,
    subject: free.subject,
    participant: { type: 'object', properties: participant },
    data: { type: 'object', properties: facts },
    ...rest,
    steps: Object.fromEntries(
      words.map(([key, one]) => [key, ended(one, states?.[key]?.type === 'final')]),
    ),
    machine: { id: pathway, initial, states },
  });
}

function insideOf(document: PathwayDocument, step: string): Set<string> {
  const found = findStep(document, step);
  return new Set('code' in found ? [] : keysInside(step, found.node));
}

function ended(step: StepDeclaration, isEnd: boolean): StepDeclaration {
  return withKey(step, 'outcome', isEnd ? 'completed' : undefined);
}

/** A sub-pathway is entered at its beginning, left at its end, and gives no facts back. */
function extractionFault(document: PathwayDocument, found: FoundNode): CommandRefusal | undefined {
  const { key: step, node } = found;
  if (kindOf(node) !== 'group') return refuse('group-needed', step);
  if (OWN.some((key) => node[key] !== undefined)) return refuse('group-waits', step);
  const inside = insideOf(document, step);
  const across = waysOf(document).find(({ from, to }) => {
    if (from === step || to === step) return inside.has(from) && inside.has(to) && from !== to;
    return inside.has(from) !== inside.has(to);
  });
  if (across) return refuse('transitions-across', saidSteps(document, [across.from, across.to]));
  const outside = new Set(Object.keys(document.steps).filter((key) => !inside.has(key)));
  const needed = neededOutside(belongingsOf(document, inside), belongingsOf(document, outside));
  return needed.length > 0 ? refuse('facts-needed-outside', quotedList(needed)) : undefined;
}

function quotedList(names: readonly string[]): Words {
  const list = (open: string, close: string) =>
    names.map((name) => `${open}${name}${close}`).join(', ');
  return { it: list('«', '»'), en: list('“', '”') };
}

function neededOutside(here: Belongings, there: Belongings): readonly string[] {
  return [...here.recorded].filter((fact) => there.facts.has(`case.${fact}`));
}
