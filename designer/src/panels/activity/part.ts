import type { ActivityInput, ActivityKind } from '@percorso/engine';
import type { CommandResult } from '../../commands/command.ts';
import { withKey } from '../../commands/edit/records.ts';

/** What every part of an activity's panel works on. */
export interface PartProps {
  readonly kind: ActivityKind;
  readonly input: ActivityInput;
  readonly onChange: (input: ActivityInput) => CommandResult;
}

/** The input with one key set, or left out. */
export function withInput<K extends keyof ActivityInput>(
  input: ActivityInput,
  key: K,
  value: ActivityInput[K] | undefined,
): ActivityInput {
  return withKey(input, key, value);
}
