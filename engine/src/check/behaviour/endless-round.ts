import type { Words } from '../../document.ts';
import { pointer } from '../../parse/problem.ts';
import type { Arrow } from '../chart/chart.ts';
import type { Happening } from '../chart/react.ts';
import type { BehaviourCheck } from '../check-kind.ts';
import { walkExample, walkTo } from '../example/counter-example.ts';
import { tellWalk } from '../example/tell-walk.ts';
import type { Endless } from '../explore/explore.ts';
import type { Model } from '../explore/model.ts';
import { waysTo } from '../explore/search.ts';
import type { CounterExample, Found } from '../finding.ts';
import type { Study } from '../study.ts';
import { about, stepLabel } from '../words.ts';

/** How many of those who come to where it begins are looked at. */
const SPOT_COUNT_MAX = 100;

/**
 * Transitions without an event come to rest. Rounds without a guard or a record are refused by
 * the parser; here are those that go on for somebody, who is shown. The engine refuses what leads
 * there.
 */
export const endlessRound: BehaviourCheck = (study) => {
  const found = study.explored.endless.flatMap((one) => foundAt(study, one));
  const byRound = new Map(found.map((one) => [JSON.stringify(one.elements), one]));
  return [...byRound.values()];
};

function foundAt(study: Study, one: Endless): Found[] {
  const { from, happening } = one;
  return from === undefined || !happening
    ? atTheBeginning(study)
    : onTheWay(study, from, happening);
}

/** Then nobody's case can begin, so there is no walk. */
function atTheBeginning({ model, walker }: Study): Found[] {
  for (const { spot, taken } of walker.endlessStarts()) {
    const walk = walkTo(model, spot);
    if (!walkExample(model.pathway, walk)) return [finding(model, taken)];
  }
  return [];
}

function onTheWay({ model, explored, walker }: Study, from: number, happening: Happening): Found[] {
  const anybody = explored.stores[from]!.map(() => -1);
  let count = 0;
  for (const there of waysTo(walker, { at: from, store: anybody })) {
    if (count++ > SPOT_COUNT_MAX) break;
    for (const { spot, taken } of walker.endless(there, happening)) {
      const walk = walkTo(model, there);
      const further = walkTo(model, spot);
      const state = walkExample(model.pathway, walk);
      if (!state || walkExample(model.pathway, further)) continue;
      return [finding(model, taken, { ...walk, told: told(tellWalk(model, further, state)) })];
    }
  }
  return [];
}

function told(walk: Words): Words {
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return {
    it: `${capital(walk.it)}; da lì i passaggi automatici girano senza fine`,
    en: `${capital(walk.en)}; from there automatic transitions go round for ever`,
  };
}

function finding({ document }: Model, taken: readonly Arrow[], walk?: CounterExample): Found {
  // The first of them may lead into the round; by the end all are of it.
  const arrows = new Set(taken.slice(-Math.ceil(taken.length / 2)));
  const round = [...arrows].sort((one, other) => one.source.order - other.source.order);
  return {
    severity: 'error',
    elements: round.map(({ place, source }) => ({ pointer: pointer(place), step: source.key })),
    message: about(
      stepLabel(document, round[0]!.source.key),
      'Dal passo # i passaggi automatici possono girare senza fine: ciò che vi porta è rifiutato.',
      'From step # automatic transitions may go round for ever: what leads there is refused.',
    ),
    ...(walk && { walk }),
  };
}
