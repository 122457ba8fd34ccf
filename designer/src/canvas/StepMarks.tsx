import type { Severity } from '@percorso/engine';
import {
  IconAlertTriangle,
  IconArrowRampRight,
  IconBulb,
  IconExclamationCircle,
  IconLanguage,
  IconMessage,
  IconUsers,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { timesOff } from '../deviations/words.ts';
import type { StepData } from './canvas-nodes.ts';
import { WORDS } from './words.ts';

const SEVERITY_ICONS: Readonly<Record<Severity, typeof IconBulb>> = {
  error: IconExclamationCircle,
  warning: IconAlertTriangle,
  hint: IconBulb,
};

/** Small signs on a step's upper border; the node's label says the same to a screen reader. */
export function StepMarks({ data: { drawn, marks, language } }: { readonly data: StepData }) {
  const { problemCount, severity, commentCount, youthCount, deviationCount, walk, change } = marks;
  const ProblemIcon = severity && SEVERITY_ICONS[severity];
  return (
    <span className="canvas-marks">
      {walk && <Mark of={`walk-${walk}`}>{WORDS.walk[walk][language]}</Mark>}
      {change && <Mark of={`change-${change}`}>{WORDS.change[change][language]}</Mark>}
      {youthCount !== undefined && youthCount > 0 && (
        <Mark of="youths" title={WORDS.youths[language]}>
          <IconUsers size={14} aria-hidden /> {youthCount}
        </Mark>
      )}
      {deviationCount !== undefined && (
        <Mark of="deviations" title={timesOff(deviationCount)[language]}>
          <IconArrowRampRight size={14} aria-hidden /> {deviationCount}
        </Mark>
      )}
      {commentCount > 0 && (
        <Mark of="comments" title={WORDS.comments[language]}>
          <IconMessage size={14} aria-hidden /> {commentCount}
        </Mark>
      )}
      {drawn.isUntranslated && (
        <Mark of="untranslated" title={WORDS.untranslated[language]}>
          <IconLanguage size={14} aria-hidden />
        </Mark>
      )}
      {ProblemIcon && (
        <Mark of={severity} title={WORDS.severity[severity][language]}>
          <ProblemIcon size={14} aria-hidden /> {problemCount}
        </Mark>
      )}
    </span>
  );
}

interface MarkProps {
  readonly of: string;
  readonly title?: string;
  readonly children: ReactNode;
}

function Mark({ of, title, children }: MarkProps) {
  return (
    <span className="canvas-mark" data-mark={of} title={title}>
      {children}
    </span>
  );
}
