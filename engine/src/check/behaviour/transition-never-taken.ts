import { pointer } from '../../parse/problem.ts';
import { inBoth } from '../../rules/fact-words.ts';
import type { Arrow, ChartNode } from '../chart/chart.ts';
import type { BehaviourCheck } from '../check-kind.ts';
import type { Found } from '../finding.ts';
import { completionImpossible } from '../structure/completion-impossible.ts';
import { transitionShadowed } from '../structure/transition-shadowed.ts';
import type { Study } from '../study.ts';
import { about, quoted, stepLabel } from '../words.ts';
import { withoutArrow } from './without-arrow.ts';

/** Every arrow that is drawn at a step where somebody can be is taken by somebody. */
export const transitionNeverTaken: BehaviourCheck = (study) => {
  const { model, explored } = study;
  if (!explored.isComplete) return [];
  const isDead = (arrow: Arrow) =>
    !arrow.isIdle && explored.entered.has(arrow.source) && !explored.taken.has(arrow);
  const isOffered = (arrow: Arrow) =>
    arrow.cause.kind !== 'action' ||
    model.chart.arrows.some(
      (other) => other.cause.name === arrow.cause.name && explored.taken.has(other),
    );
  const dead = model.chart.arrows.filter((arrow) => isDead(arrow) && isOffered(arrow));
  if (dead.length === 0) return [];
  const said = saidAlready(study);
  return dead
    .filter(({ place }) => !said.has(pointer(place)))
    .map((arrow) => neverComplete(study, arrow) ?? neverAllowed(study, arrow));
};

/** Before a transition that always comes first there is no need to say it of the later ones. */
function saidAlready({ model }: Study): ReadonlySet<string> {
  const incomplete = completionImpossible(model.space).flatMap(({ elements }) =>
    elements.flatMap(({ step }) => {
      const node = model.chart.nodes.find(({ key }) => key === step);
      return node ? [node, ...node.around] : [];
    }),
  );
  const waiting = model.chart.arrows.filter(
    ({ cause, source }) => cause.kind === 'completed' && incomplete.includes(source),
  );
  const shadowed = transitionShadowed(model.space).flatMap(({ elements }) => elements);
  return new Set([
    ...shadowed.map((one) => one.pointer),
    ...waiting.map(({ place }) => pointer(place)),
  ]);
}

function neverAllowed({ model }: Study, arrow: Arrow): Found {
  const { source, place } = arrow;
  return {
    severity: 'warning',
    elements: [{ pointer: pointer(place), step: source.key }],
    message: about(
      stepLabel(model.document, source.key),
      'Al passo # c’è un passaggio che nessuno farà mai: la sua condizione non si verifica lì.',
      'At step # there is a transition that nobody will ever take: its rule never holds there.',
    ),
    repair: withoutArrow(arrow),
  };
}

/** Regions that nobody brings to their end are named; those that exclude each other are not. */
function neverComplete(study: Study, { source, place, cause }: Arrow): Found | undefined {
  const { model, explored } = study;
  const isWaiting = cause.kind === 'completed' && source.type === 'parallel';
  const others = model.chart.arrows.filter((one) => one.source === source && one.cause === cause);
  if (!isWaiting || others.some((one) => explored.taken.has(one))) return undefined;
  const regions = source.children.filter(({ type }) => type !== 'history');
  const never = regions.filter(
    (region) => !endsOf(region).some((end) => explored.entered.has(end)),
  );
  return {
    severity: 'error',
    elements: [{ pointer: pointer(place), step: source.key }],
    message: inBoth((language) => {
      const label = ({ key }: ChartNode) => quoted(stepLabel(model.document, key), language);
      const names = never.map(label).join(', ');
      if (language === 'it') {
        const why = names
          ? `nessuno arriva alla fine di ${names}`
          : 'i rami non finiscono mai insieme';
        return `${label(source)} attende che tutti i suoi rami finiscano, ma ${why}.`;
      }
      const why = names ? `nobody comes to the end of ${names}` : 'they never all end for anybody';
      return `${label(source)} waits for all its branches to end, but ${why}.`;
    }),
  };
}

function endsOf(region: ChartNode): readonly ChartNode[] {
  if (region.type === 'final') return [region];
  if (region.type === 'parallel') return region.children.flatMap(endsOf);
  return region.children.filter(({ type }) => type === 'final');
}
