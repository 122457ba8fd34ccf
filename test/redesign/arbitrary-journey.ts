/** Several versions of a pathway, each drawn from the one before by the designer's commands. */
import { compile, type Pathway } from '@percorso/engine';
import fc from 'fast-check';
import { arbitraryEdits, arbitraryRedesign, edited } from './arbitrary-redesign.ts';

export interface Version {
  readonly pathway: Pathway;
  /** Since the version before. */
  readonly renamedSteps: Readonly<Record<string, string>>;
}

export const arbitraryJourney = fc
  .record({
    first: arbitraryRedesign,
    more: fc.array(arbitraryEdits(4), { minLength: 1, maxLength: 2 }),
    numbers: fc.array(fc.nat(9999), { minLength: 60, maxLength: 90 }),
  })
  .map(({ first: { before, after, renamedSteps }, more, numbers }) => {
    const versions: Version[] = [
      { pathway: compile(before), renamedSteps: {} },
      { pathway: compile(after), renamedSteps },
    ];
    for (const edits of more) {
      const { document } = versions.at(-1)!.pathway;
      const next = edited(document, edits, Object.keys(document.steps));
      versions.push({ pathway: compile(next.after), renamedSteps: next.renamedSteps });
    }
    return { versions, numbers };
  });
