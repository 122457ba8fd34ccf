/** Foresees once for all cases that nothing tells apart which the database would heed. */
import { activitiesIn, type Passage, type Pathway } from '@percorso/engine';
import { factsFor } from './case-source.ts';
import { type Foreseen, foreseeCase, type Scene } from './foresee-case.ts';
import type { Judged } from './turns.ts';

/**
 * Cases that go the same passage are alike but for dates and facts, as the engine judged them. Of
 * facts the database heeds those that activities are opened with, and those about the participant
 * where a pathway within begins.
 */
export class ForeseenOnce {
  readonly #scene: Scene;
  readonly #judged: Judged;
  readonly #names: readonly string[];
  readonly #within: readonly Pathway[];
  readonly #keys = new Map<number, string>();
  readonly #known = new Map<Passage, Map<string, Foreseen>>();

  constructor(scene: Scene, judged: Judged) {
    this.#scene = scene;
    this.#judged = judged;
    this.#names = factsAskedFor(scene.after);
    this.#within = [...scene.outlook.pathways.values()].map(scene.pathwayOf);
  }

  of(member: number, passage: Passage): Foreseen {
    const known = this.#known.get(passage) ?? new Map<string, Foreseen>();
    this.#known.set(passage, known);
    const key = this.#keyOf(member);
    const foreseen = known.get(key) ?? this.#foresee(member, passage);
    known.set(key, foreseen);
    return foreseen;
  }

  #foresee(member: number, passage: Passage): Foreseen {
    const { before, cases, population } = this.#judged;
    return foreseeCase(this.#scene, before, cases[member]!, population[member]!, passage);
  }

  #keyOf(member: number): string {
    const known = this.#keys.get(member);
    if (known !== undefined) return known;
    const { cases, population } = this.#judged;
    const { state, participant = {} } = population[member]!;
    const { circumstances } = this.#scene;
    const key = JSON.stringify([
      this.#names.map((name) => {
        const [source, bare] = name.split('.') as [string, string];
        return (source === 'case' ? state.data : participant)[bare] ?? null;
      }),
      this.#within.map((pathway) => factsFor(cases[member]!, pathway, pathway, circumstances)),
    ]);
    this.#keys.set(member, key);
    return key;
  }
}

/** The names of facts in what activities are opened with: `case.edition`. */
function factsAskedFor({ document }: Pathway): string[] {
  const names = new Set<string>();
  for (const { input } of activitiesIn(document).values()) {
    JSON.stringify(input, (key, value) => {
      if (key === 'fact' && typeof value === 'string') names.add(value);
      return value;
    });
  }
  return [...names];
}
