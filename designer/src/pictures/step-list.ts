import type { Language, PathwayDocument } from '@percorso/engine';
import { transitionsOf } from '../commands/edit/transitions.ts';
import { documentSteps, listed } from '../document-steps.ts';
import type { Installation } from '../editor/props.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { activityDetail } from '../panels/activity/activity-words.ts';
import { causeWords, wayWords } from '../panels/sentences.ts';
import { WORDS } from './words.ts';

/** A step as a printed page tells it. */
export interface ListedStep {
  readonly key: string;
  readonly depth: number;
  readonly label: string;
  /** Its stage, its kind, its outcome. */
  readonly notes: readonly string[];
  readonly help: string | undefined;
  /** What is done there, and by whom. */
  readonly activities: readonly string[];
  /** What leads where, under which condition. */
  readonly ways: readonly string[];
}

/** Every step of a pathway in words, each before those inside it. */
export function stepList(
  document: PathwayDocument,
  installation: Installation,
  language: Language,
): readonly ListedStep[] {
  const stages = new Map(document.stages.map(({ id, label }) => [id, label[language]]));
  const initials = new Set([
    document.machine.initial,
    ...documentSteps(document).map(({ node }) => node.initial),
  ]);
  return documentSteps(document).map(({ key, node, depth }) => {
    const step = document.steps[key];
    const notes = [
      initials.has(key) && WORDS.begins[language],
      step?.stage && stages.get(step.stage),
      node.type === 'parallel' && WORDS.regions[language],
      node.type === 'history' && WORDS.return[language],
      step?.outcome && `${WORDS.end[language]}: ${OUTCOME_WORDS[step.outcome][language]}`,
    ];
    return {
      key,
      depth,
      label: step?.label[language] ?? key,
      notes: notes.filter((note) => typeof note === 'string'),
      help: step?.help?.[language],
      activities: listed(node.invoke).map((invoke) => {
        const detail = activityDetail(document, installation, invoke)[language];
        return `${invoke.input.label[language]} (${detail})`;
      }),
      ways: transitionsOf(node).map(({ cause, transition }) => {
        const because = causeWords(document, key, cause)[language];
        return `${because}: ${wayWords(document, transition)[language]}`;
      }),
    };
  });
}
