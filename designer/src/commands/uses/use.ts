import {
  describeRule,
  type MachineEffect,
  type MachineInvoke,
  type MachineNode,
  type MachineTransition,
  type PathwayDocument,
  type Words,
} from '@percorso/engine';
import { listed } from '../../document-steps.ts';
import { nodesOf } from '../edit/nodes.ts';
import { own } from '../edit/records.ts';
import { type Cause, transitionsOf } from '../edit/transitions.ts';

/** One place of a document that uses what was asked for. */
export interface Use {
  /** JSON pointer to the place. */
  readonly path: string;
  /** The place in words, such as «il passo «Colloquio»». */
  readonly where: Words;
  /** The step at which it is, if it is at one. */
  readonly step?: string;
}

interface Placed {
  readonly step: string;
  readonly path: string;
}

export interface PlacedTransition extends Placed {
  readonly transition: MachineTransition;
  readonly cause: Cause;
  /** The form whose answer comes with the transition, by name. */
  readonly form: string | undefined;
}

export function placedTransitions(document: PathwayDocument): readonly PlacedTransition[] {
  return nodesOf(document).flatMap((one) =>
    transitionsOf(one.node).map(({ cause, transition, path }) => ({
      transition,
      cause,
      step: one.key,
      path: `${one.path}${path}`,
      form: formOf(document, one.node, cause),
    })),
  );
}

/** The name of the form whose answer arrives with a node's transitions of one cause. */
export function formOf(document: PathwayDocument, node: MachineNode, { kind, name }: Cause) {
  if (kind === 'action') return own(document.actions, name)?.form;
  if (kind !== 'done') return undefined;
  return listed(node.invoke).find(({ id }) => id === name)?.input.form;
}

export interface PlacedActivity extends Placed {
  readonly activity: MachineInvoke;
}

export function placedActivities(document: PathwayDocument): readonly PlacedActivity[] {
  return nodesOf(document).flatMap(({ key, node, path }) =>
    listed(node.invoke).map((activity, index) => ({
      activity,
      step: key,
      path: Array.isArray(node.invoke) ? `${path}/invoke/${index}` : `${path}/invoke`,
    })),
  );
}

export interface PlacedEffect extends Placed {
  readonly effect: MachineEffect;
  readonly form: string | undefined;
}

export function placedEffects(document: PathwayDocument): readonly PlacedEffect[] {
  const atSteps = nodesOf(document).flatMap(({ key, node, path }) =>
    (['entry', 'exit'] as const).flatMap((moment) =>
      (node[moment] ?? []).map((effect, index) => ({
        effect,
        step: key,
        path: `${path}/${moment}/${index}`,
        form: undefined,
      })),
    ),
  );
  const onTransitions = placedTransitions(document).flatMap(({ transition, step, path, form }) =>
    (transition.actions ?? []).map((effect, index) => ({
      effect,
      step,
      path: `${path}/actions/${index}`,
      form,
    })),
  );
  return [...atSteps, ...onTransitions];
}

/** A use at a step, said by the step's label. */
export function stepUse(document: PathwayDocument, { step, path }: Placed): Use {
  if (step === document.machine.id) {
    return { path, step, where: { it: 'il percorso intero', en: 'the whole pathway' } };
  }
  const label = own(document.steps, step)?.label ?? { it: step, en: step };
  const where = { it: `il passo «${label.it}»`, en: `step “${label.en}”` };
  return { path, step, where };
}

/** A use in a declaration that has a name of its own. */
export function declarationUse(kind: Words, name: string | Words, path: string): Use {
  const said = typeof name === 'string' ? { it: name, en: name } : name;
  return { path, where: { it: `${kind.it} «${said.it}»`, en: `${kind.en} “${said.en}”` } };
}

/** A use in a rule, told by its sentence: its name is no coordinator's. */
export function ruleUse(document: PathwayDocument, rule: string, path: string): Use {
  return declarationUse(
    { it: 'la condizione', en: 'condition' },
    describeRule(document, rule),
    path,
  );
}

/** The uses as one text, each place once; long lists are cut short. */
export function saidUses(uses: readonly Use[]): Words {
  const say = (language: 'it' | 'en') => {
    const places = [...new Set(uses.map(({ where }) => where[language]))];
    return places.length > 5 ? `${places.slice(0, 5).join(', ')}, …` : places.join(', ');
  };
  return { it: say('it'), en: say('en') };
}

/** Steps by their labels, as one text. */
export function saidSteps(document: PathwayDocument, steps: readonly string[]): Words {
  const say = (language: 'it' | 'en') =>
    steps.map((step) => own(document.steps, step)?.label[language] ?? step).join(' → ');
  return { it: say('it'), en: say('en') };
}
