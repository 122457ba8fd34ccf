/** Parameters for every command, of the right shape, that mostly name what a document has. */
import type { PathwayDocument } from '@percorso/engine';
import { draw, type PickOne, type Values } from './draw.ts';
import { partParameters } from './part-parameters.ts';
import { patternParameters } from './pattern-parameters.ts';
import { stepParameters } from './step-parameters.ts';
import { transitionParameters } from './transition-parameters.ts';

/** Parameters by chance: the numbers decide, one after the other. */
export function arbitraryParameters(
  command: string,
  document: PathwayDocument,
  numbers: readonly number[],
): Values {
  let next = 0;
  return parametersOf(command, document, (from) => {
    // Beyond the numbers given, what they add up to goes on deciding.
    const number = (numbers[next % numbers.length] ?? 0) + 31 * Math.floor(next / numbers.length);
    next += 1;
    return from[number % from.length]!;
  });
}

/** Parameters for a command at one step. */
export function atStep(
  command: string,
  document: PathwayDocument,
  step: string,
  index: number,
): Values {
  let next = index * 7;
  return parametersOf(command, document, (from) => from[next++ % from.length]!, step);
}

/** What a command of this name is given; `pick` decides among the names that there are. */
function parametersOf(
  command: string,
  document: PathwayDocument,
  pick: PickOne,
  given?: string,
): Values {
  const drawn = draw(document, pick, given);
  const found = {
    ...stepParameters(drawn),
    ...transitionParameters(drawn),
    ...partParameters(drawn),
    ...patternParameters(drawn),
  }[command];
  if (!found) throw new Error(`no parameters are known for ${command}`);
  return found;
}
