/** What has to be asked so that a case can go over, with only those answers that lead on. */
import { compiled, innermostSteps } from '../pathway.ts';
import type { StepNode } from '../tree.ts';
import { changesOf } from './changes.ts';
import type { Ask, Crossing, Misfit } from './cross.ts';
import { type Fit, fit, isFit } from './fit.ts';
import type { StepMapping } from './map-steps.ts';
import type { Choice, Question } from './migration.ts';
import { passageOf } from './passage.ts';
import { isWithin } from './place.ts';
import { prospectsOf } from './prospects.ts';
import { namesOf, questionOf } from './words.ts';

/** How many answers to the other questions are tried beside one. */
const COMBINATION_COUNT_MAX = 40;
/** Whole places are the last resort: a few are enough to choose from. */
const PLACE_COUNT_MAX = 12;

type Place = readonly string[];

/** The mapping with the answer to a question: all of its steps go on at the chosen place. */
export function decided(mapping: StepMapping, steps: Place, at: Place): StepMapping {
  return new Map([...mapping, ...steps.map((step) => [step, at] as const)]);
}

/** None where no place at all in the new version would do. */
export function questionsFor(crossing: Crossing, mapping: StepMapping, misfit: Misfit): Question[] {
  const asked = new Asking(crossing, mapping, misfit.reason);
  const found = misfit.asks.map((ask) =>
    asked.question(
      ask,
      misfit.asks.filter((other) => other !== ask),
    ),
  );
  if (found.every((one) => one.choices.length > 0)) return found;
  const { tree } = compiled(crossing.after);
  const steps = innermostSteps(crossing.before, crossing.state);
  const whole = asked.question({ steps, within: tree.root }, []);
  const anywhere = whole.choices.length > 0 ? whole : asked.anywhere(steps);
  return anywhere.choices.length > 0 ? [anywhere] : [];
}

class Asking {
  private readonly crossing: Crossing;
  private readonly mapping: StepMapping;
  private readonly reason: Misfit['reason'];

  constructor(crossing: Crossing, mapping: StepMapping, reason: Misfit['reason']) {
    this.crossing = crossing;
    this.mapping = mapping;
    this.reason = reason;
  }

  question(ask: Ask, others: readonly Ask[]): Question {
    return this.of(ask.steps, this.choicesFor(ask, others));
  }

  /** Every whole place that the new version knows. */
  anywhere(steps: Place): Question {
    const prospects = prospectsOf(this.crossing.after, this.crossing.configurationsMax);
    const choices: Choice[] = [];
    for (const at of prospects.places()) {
      if (choices.length >= PLACE_COUNT_MAX) break;
      choices.push(...this.choicesAmong([at], steps, []));
    }
    return this.of(steps, choices);
  }

  private of(steps: Place, choices: readonly Choice[]): Question {
    const { document } = this.crossing.before;
    return { steps, words: questionOf(document, steps, this.reason), choices };
  }

  /** First inside the group that goes on, then around it, until something does. */
  private choicesFor({ steps, within, rivals = [] }: Ask, others: readonly Ask[]): Choice[] {
    const among = rivals.map((key) => [key]);
    const fitting = this.choicesAmong(among, steps, others);
    const tried = new Set<string>();
    for (let scope: StepNode | undefined = within; scope; scope = scope.parent) {
      if (fitting.length > 0) return fitting;
      const keys = this.singleSteps(scope).filter((key) => !tried.has(key));
      for (const key of keys) tried.add(key);
      const places = keys.map((key) => [key]);
      fitting.push(...this.choicesAmong(places, steps, others));
    }
    return fitting;
  }

  private choicesAmong(places: readonly Place[], steps: Place, others: readonly Ask[]): Choice[] {
    return places.flatMap((at): Choice[] => {
      const found = this.completed(decided(this.mapping, steps, at), others);
      if (!found) return [];
      const label = namesOf(this.crossing.after.document, at);
      const changes = changesOf(this.crossing, found.arrival);
      return [{ at, label, changes, passage: passageOf(this.crossing, found) }];
    });
  }

  /** Some answers to the other questions with which an answer leads on. */
  private completed(mapping: StepMapping, others: readonly Ask[]): Fit | undefined {
    let count = 0;
    const search = (answered: StepMapping, [next, ...rest]: readonly Ask[]): Fit | undefined => {
      if (!next) {
        count += 1;
        const found = fit(this.crossing, answered);
        return isFit(found) ? found : undefined;
      }
      for (const key of this.singleSteps(next.within)) {
        if (count >= COMBINATION_COUNT_MAX) return undefined;
        const found = search(decided(answered, next.steps, [key]), rest);
        if (found) return found;
      }
      return undefined;
    };
    return search(mapping, others);
  }

  private singleSteps(scope: StepNode): string[] {
    const { tree } = compiled(this.crossing.after);
    return [...tree.steps.values()]
      .filter((step) => step.type === 'atomic' && isWithin(step, scope))
      .map(({ key }) => key);
  }
}
