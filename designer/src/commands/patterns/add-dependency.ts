import type { MachineEffect, PathwayDocument, Rule } from '@percorso/engine';
import { targetOf } from '../../document-steps.ts';
import { defineCommand } from '../command.ts';
import { findStep, keysInside, kindOf, withNode, withNodes } from '../edit/nodes.ts';
import { own, withKey } from '../edit/records.ts';
import { waysInto } from '../edit/targets.ts';
import { mapTransitions } from '../edit/transitions.ts';
import { name } from '../readers.ts';
import { refuse } from '../refusals.ts';
import { bothRules } from './both-rules.ts';
import { type Dependency, dependencyOn, factOf } from './dependency.ts';

/**
 * Change pattern 11, “add a control dependency”: a step, in another region perhaps, may begin only
 * when another one has been left. Leaving that one records a fact; a rule asks for it on every way
 * in.
 */
export const addDependency = defineCommand({
  name: 'add-dependency',
  label: { it: 'Fai aspettare che un altro passo sia svolto', en: 'Wait for another step first' },
  parameters: { step: name, after: name },
  edit: (document, { step, after }) => {
    const found = findStep(document, step);
    if ('code' in found) return found;
    const before = findStep(document, after);
    if ('code' in before) return before;
    const type = kindOf(before.node);
    if (type === 'final' || type === 'history') return refuse('final-step', after);
    const inside = keysInside(step, found.node);
    if (inside.includes(after) || keysInside(after, before.node).includes(step)) {
      return refuse('inside-itself', step);
    }
    if (waysInto(document, step).length === 0) return refuse('no-way-in', step);
    const dependency = dependencyOn(after);
    const taken = takenName(document, dependency);
    if (taken !== undefined) return refuse('name-taken', taken);
    const both = bothRules(document, dependency.rule);
    const guarded = withNodes(recorded(document, after, dependency), (node, from) =>
      inside.includes(from)
        ? node
        : mapTransitions(node, (one) =>
            inside.includes(targetOf(one) ?? '') ? { ...one, guard: both.named(one.guard) } : one,
          ),
    );
    return both.added(guarded);
  },
});

/** The fact, the rule and the record; where another dependency has added them, they stay. */
function recorded(document: PathwayDocument, after: string, { fact, rule }: Dependency) {
  if (own(document.rules, rule)) return document;
  const record: MachineEffect = { type: 'record', params: { [fact]: true } };
  const properties = { ...document.data.properties, [fact]: factOf(document, after) };
  const declared: PathwayDocument = {
    ...document,
    data: { ...document.data, properties },
    rules: { ...document.rules, [rule]: isDone(fact) },
  };
  return withNode(declared, after, (node) => withKey(node, 'exit', [...(node.exit ?? []), record]));
}

/** A name that is there, but means something else. */
function takenName(document: PathwayDocument, { fact, rule }: Dependency): string | undefined {
  const known = own(document.rules, rule);
  if (known) return JSON.stringify(known) === JSON.stringify(isDone(fact)) ? undefined : rule;
  return own(document.data.properties, fact) ? fact : undefined;
}

function isDone(fact: string): Rule {
  return { fact: `case.${fact}`, op: '=', value: true };
}
