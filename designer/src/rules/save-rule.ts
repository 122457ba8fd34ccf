import type { PathwayDocument, Rule } from '@percorso/engine';
import { describeRule } from '@percorso/engine';
import type { TransitionPlace } from '../commands/edit/transitions.ts';
import type { Step } from '../editor/edit-history.ts';
import { newNameIn } from '../editor/new-name.ts';

/** Where a rule that is being edited belongs. */
export interface RulePlace {
  /** The rule's name; undefined for one that is new. */
  readonly rule: string | undefined;
  /** The transition that it is to decide. */
  readonly context: TransitionPlace | undefined;
  /** What else is to be done with the rule in the same edit. */
  readonly also?: ((rule: string) => readonly Step[]) | undefined;
}

export interface Saving {
  readonly rule: string;
  readonly steps: readonly Step[];
}

/** The commands that save a rule, and the name that it then has. */
export function savingOf(
  document: PathwayDocument,
  { rule, context, also }: RulePlace,
  is: Rule,
  shortName: string,
): Saving {
  if (rule !== undefined) {
    const to = renamed(document, rule, shortName);
    const change: Step = { name: 'replace-rule', parameters: { rule, is } };
    const rename: Step = { name: 'rename-rule', parameters: { rule, to } };
    return { rule: to, steps: to === rule ? [change] : [change, rename] };
  }
  const said = shortName.trim() || describeRule(document, is).it;
  const name = newNameIn(document.rules, said, 'condition');
  return {
    rule: name,
    steps: [
      { name: 'add-rule', parameters: { rule: name, is } },
      ...(context ? [guarding(context, name)] : []),
      ...(also?.(name) ?? []),
    ],
  };
}

/** The command by which a rule decides a transition. */
export function guarding(transition: TransitionPlace, guard: string): Step {
  return { name: 'set-guard', parameters: { transition, guard } };
}

/** A rule's name as a coordinator may read and change it. */
export function shortNameOf(rule: string | undefined): string {
  return (rule ?? '').replaceAll('-', ' ');
}

/** The name for a rule that was given another short one; its own where that says the same. */
function renamed(document: PathwayDocument, rule: string, shortName: string): string {
  const text = shortName.trim();
  if (text === '' || text === shortNameOf(rule)) return rule;
  const { [rule]: _itself, ...others } = document.rules;
  return newNameIn(others, text, 'condition');
}
