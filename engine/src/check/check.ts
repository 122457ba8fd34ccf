/** Says before publishing what would go wrong in a pathway, and for whom. */
import type { PathwayDocument, Words } from '../document.ts';
import { parseDocument } from '../parse/parse-document.ts';
import { actionNeverPossible } from './behaviour/action-never-possible.ts';
import { deadEnd } from './behaviour/dead-end.ts';
import { endlessRound } from './behaviour/endless-round.ts';
import { noOutcome } from './behaviour/no-outcome.ts';
import { noWayBack } from './behaviour/no-way-back.ts';
import { stepNeverEntered } from './behaviour/step-never-entered.ts';
import { transitionNeverTaken } from './behaviour/transition-never-taken.ts';
import type { BehaviourCheck, Check } from './check-kind.ts';
import type { ExploreOptions } from './explore/explore.ts';
import { Model } from './explore/model.ts';
import { type FactSpace, factSpaceOf } from './facts/fact-space.ts';
import type { Finding, Severity } from './finding.ts';
import { actionUnused } from './structure/action-unused.ts';
import { completionImpossible } from './structure/completion-impossible.ts';
import { factUnused } from './structure/fact-unused.ts';
import { failureUnhandled } from './structure/failure-unhandled.ts';
import { formUnused } from './structure/form-unused.ts';
import { helpMissing } from './structure/help-missing.ts';
import { labelRepeated } from './structure/label-repeated.ts';
import { labelTooLong } from './structure/label-too-long.ts';
import { messageUnused } from './structure/message-unused.ts';
import { ruleAlwaysTrue } from './structure/rule-always-true.ts';
import { ruleNeverTrue } from './structure/rule-never-true.ts';
import { ruleUnused } from './structure/rule-unused.ts';
import { stageUnused } from './structure/stage-unused.ts';
import { stepUnreachable } from './structure/step-unreachable.ts';
import { timerIdle } from './structure/timer-idle.ts';
import { transitionShadowed } from './structure/transition-shadowed.ts';
import { translationMissing } from './structure/translation-missing.ts';
import { type Study, studyOf } from './study.ts';

export const STRUCTURE_CHECKS: Readonly<Record<string, Check>> = {
  'step-unreachable': stepUnreachable,
  'transition-shadowed': transitionShadowed,
  'completion-impossible': completionImpossible,
  'failure-unhandled': failureUnhandled,
  'timer-idle': timerIdle,
  'rule-never-true': ruleNeverTrue,
  'rule-always-true': ruleAlwaysTrue,
  'rule-unused': ruleUnused,
  'action-unused': actionUnused,
  'form-unused': formUnused,
  'message-unused': messageUnused,
  'fact-unused': factUnused,
  'stage-unused': stageUnused,
  'translation-missing': translationMissing,
  'label-repeated': labelRepeated,
  'label-too-long': labelTooLong,
  'help-missing': helpMissing,
};

export const BEHAVIOUR_CHECKS: Readonly<Record<string, BehaviourCheck>> = {
  'dead-end': deadEnd,
  'no-outcome': noOutcome,
  'endless-round': endlessRound,
  'action-never-possible': actionNeverPossible,
  'step-never-entered': stepNeverEntered,
  'transition-never-taken': transitionNeverTaken,
  'no-way-back': noWayBack,
};

export interface CheckOptions extends ExploreOptions {
  /** Facts of the case that a pathway around this one hands over at the start. */
  readonly handed?: readonly string[];
  /**
   * Regions that know nothing of each other are explored in every order all the same. It finds
   * nothing more, and is here to be compared with.
   */
  readonly isExhaustive?: boolean;
  /** Only what is drawn and written, which takes a few milliseconds; no exploration. */
  readonly isQuick?: boolean;
}

export interface Checked {
  /** The gravest first. */
  readonly findings: readonly Finding[];
  readonly explored: {
    readonly configurations: number;
    /** Whether everything that a case can do was looked at. */
    readonly isComplete: boolean;
    readonly why?: Words;
  };
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/**
 * Everything that is wrong or doubtful in a document, with repairs, and with counter-examples where
 * it is about what a case can do. Pure; never throws. A document that `parseDocument` refuses gets
 * the parser's problems as findings of the check `document-invalid`, and no exploration.
 */
export function check(document: PathwayDocument, options: CheckOptions = {}): Checked {
  const parsed = parseDocument(document);
  if (!parsed.ok) {
    const findings = parsed.problems.map(
      ({ path, message }): Finding => ({
        check: 'document-invalid',
        severity: 'error',
        elements: [{ pointer: path }],
        message,
      }),
    );
    return { findings, explored: { configurations: 0, isComplete: false, why: INVALID } };
  }
  if (options.isQuick) {
    const findings = ordered(structureFindings(factSpaceOf(document)));
    return { findings, explored: { configurations: 0, isComplete: false, why: QUICK } };
  }
  const { handed = [], isExhaustive = false } = options;
  const model = new Model(document, { handed, isInTurns: !isExhaustive });
  const study = studyOf(model, options);
  const findings = ordered([...structureFindings(model.space), ...behaviourFindings(study)]);
  return { findings, explored: exploredOf(study) };
}

function structureFindings(space: FactSpace): Finding[] {
  return Object.entries(STRUCTURE_CHECKS).flatMap(([id, find]) =>
    find(space).map((found) => ({ check: id, ...found })),
  );
}

function behaviourFindings(study: Study): Finding[] {
  return Object.entries(BEHAVIOUR_CHECKS).flatMap(([id, find]) =>
    find(study).map((found) => ({ check: id, ...found })),
  );
}

function ordered(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => GRAVITY[one.severity] - GRAVITY[other.severity]);
}

function exploredOf({ explored, openCount }: Study): Checked['explored'] {
  const configurations = explored.stores.length;
  const why = explored.why ? WHY[explored.why] : openCount > 0 ? UNDECIDED : undefined;
  return { configurations, isComplete: !why, ...(why && { why }) };
}

const INVALID: Words = {
  it: 'La definizione va prima corretta: così com’è non può funzionare.',
  en: 'The document must be corrected first: as it is, it cannot run.',
};
const QUICK: Words = {
  it: 'Verificato solo il disegno, non il comportamento.',
  en: 'Only the drawing was checked, not the behaviour.',
};
const UNDECIDED: Words = {
  it: 'Di qualche situazione non è stato possibile dire se porta sempre a un esito.',
  en: 'Of some situations it could not be decided whether they always lead to an outcome.',
};
const WHY: Readonly<Record<NonNullable<Study['explored']['why']>, Words>> = {
  'too-many': {
    it: 'Le situazioni possibili sono troppe: la verifica si è fermata.',
    en: 'There are too many possible situations: the check has stopped.',
  },
  stopped: { it: 'La verifica è stata interrotta.', en: 'The check was stopped.' },
  endless: {
    it: 'Alcuni passaggi automatici possono non finire mai.',
    en: 'Some automatic transitions may never end.',
  },
};
