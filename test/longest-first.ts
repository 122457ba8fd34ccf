/** In which order test files begin. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes minutes; with two cores one would be idle while such a file ends the run. */
const LONGEST = [
  'designer-draw-mouse.browser.test.ts',
  'designer-draw-keyboard.browser.test.ts',
  'migration-laws.test.ts',
  'access.browser.test.ts',
];

/** As Vitest has it, but what takes minutes begins before all the rest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}

function rank({ moduleId }: TestSpecification): number {
  const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
  return found < 0 ? LONGEST.length : found;
}
