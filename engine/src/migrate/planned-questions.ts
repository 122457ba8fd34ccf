import type { Words } from '../document.ts';
import type { Choice, Question } from './migration.ts';
import type { MigrationGroup } from './plan-migration.ts';

/** A question for all the cases that it comes up for; its answer is a `Decision`. */
export interface PlannedQuestion {
  readonly steps: readonly string[];
  readonly words: Words;
  /** What suits all of them; what one would gain and lose is told by the groups' own choices. */
  readonly choices: readonly Omit<Choice, 'changes' | 'passage'>[];
  /** How many cases wait for the answer. */
  readonly count: number;
  /** The places of their groups in the plan. */
  readonly groups: readonly number[];
}

/** Questions about the same steps become one if some answer suits everybody. */
export function plannedQuestions(groups: readonly MigrationGroup[]): PlannedQuestion[] {
  const planned: PlannedQuestion[] = [];
  for (const [at, { example, count }] of groups.entries()) {
    if (example.kind !== 'needs-decision') continue;
    for (const question of example.questions) {
      const index = planned.findIndex((one) => common(one, question).length > 0);
      const known = planned[index];
      if (known) {
        const choices = common(known, question);
        const [sum, all] = [known.count + count, [...known.groups, at]];
        planned[index] = { ...known, choices, count: sum, groups: all };
      } else {
        const choices = question.choices.map(({ at: place, label }) => ({ at: place, label }));
        planned.push({
          steps: question.steps,
          words: question.words,
          choices,
          count,
          groups: [at],
        });
      }
    }
  }
  return planned;
}

/** The choices that two questions about the same steps share. */
function common(known: PlannedQuestion, question: Question): PlannedQuestion['choices'] {
  if (known.steps.join() !== question.steps.join()) return [];
  const offered = new Set(question.choices.map(({ at }) => at.join()));
  return known.choices.filter(({ at }) => offered.has(at.join()));
}
