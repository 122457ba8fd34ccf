import type { CaseState, Circumstances, Pathway, Possibility } from './case.ts';
import type { PathwayDocument } from './document.ts';
import { fullFacts } from './facts.ts';
import { type Opening, openingsOf } from './openings.ts';
import { compiled } from './pathway.ts';
import { ruleRefusal } from './why-not.ts';

/**
 * The actions that the present steps offer, those that are refused now among them, each with its
 * reason and what would unlock it. Who may do them is told (`roles`), not judged.
 */
export function available(
  pathway: Pathway,
  state: CaseState,
  circumstances: Circumstances,
): readonly Possibility[] {
  const { document, tree, places } = compiled(pathway);
  const facts = fullFacts({ case: state.data, participant: circumstances.participant });
  const openings = openingsOf(document, tree, state, facts);
  return openings
    .map((opening): Possibility => {
      const possibility = possibilityOf(document, opening);
      if (opening.verdict !== 'no') return possibility;
      return { ...possibility, refusal: ruleRefusal(document, opening.guards, facts, openings) };
    })
    .sort((a, b) => places.get(a.action)! - places.get(b.action)!);
}

function possibilityOf(document: PathwayDocument, opening: Opening): Possibility {
  const { action, verdict, leadsTo } = opening;
  const { label, help, form, roles, emphasis = 'normal' } = document.actions[action]!;
  return {
    action,
    label,
    ...(help && { help }),
    ...(form && { form }),
    roles,
    emphasis,
    leadsTo,
    verdict,
  };
}
