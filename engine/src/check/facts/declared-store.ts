import { checkFact } from '../../forms/field-value.ts';
import type { FactSpace } from './fact-space.ts';
import { UNKNOWN_REGION } from './regions.ts';
import { answerMask, type Store } from './store.ts';

/** All that facts may be by their declarations; `form` is what is answered, `null` any of them. */
export function declaredStore(space: FactSpace, form: string | undefined | null): Store {
  return space.facts.map((fact) => {
    if (fact.source === 'answer') return form === null ? fact.all : answerMask(space, fact, form);
    if (fact.isBlurred) return fact.all;
    let mask = UNKNOWN_REGION;
    for (const [at, value] of fact.values.entries()) {
      if (checkFact(fact.field, value) === undefined) mask |= 2 << at;
    }
    return mask;
  });
}
