import type { ActivityInput, Field } from '@percorso/engine';
import { withKey, without } from '../../commands/edit/records.ts';

/** The input in which a sub-pathway's fact gets one of this case's, or none. */
export function withHanded(input: ActivityInput, name: string, fact: string | null): ActivityInput {
  const others = without(input.data ?? {}, name);
  const data = fact === null ? others : { ...others, [name]: { fact: `case.${fact}` } };
  return withKey(input, 'data', Object.keys(data).length > 0 ? data : undefined);
}

/** Whether a fact's values can be another's: the same type and format, and no choice it lacks. */
export function mayHand(own: Field, other: Field): boolean {
  if (own.type !== other.type || own.format !== other.format) return false;
  if (own.opportunity !== other.opportunity) return false;
  const [given, taken] = [own.oneOf ?? own.items?.oneOf, other.oneOf ?? other.items?.oneOf];
  if (!given || !taken) return given === taken;
  return given.every((option) => taken.some((one) => one.const === option.const));
}
