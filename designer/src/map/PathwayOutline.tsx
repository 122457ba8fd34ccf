import './pathway-map.css';
import type { Language, PathwayDocument } from '@percorso/engine';
import { useMemo } from 'react';
import { type MapNode, mapNodes } from './map-nodes.ts';
import { OffMark } from './OffMark.tsx';
import { around, innermost } from './present-steps.ts';
import { Sign } from './Sign.tsx';
import { standsWords, WORDS } from './words.ts';

export interface PathwayOutlineProps {
  readonly document: PathwayDocument;
  readonly language: Language;
  readonly presentSteps?: readonly string[];
  readonly walkedSteps?: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  /** How often youths left the pathway at each step, for those who may know. */
  readonly deviationCounts?: Readonly<Record<string, number>> | undefined;
  /** Only the present steps and what stands beside them. */
  readonly isBrief?: boolean;
}

/** The same pathway as a nested list: for small screens, for screen readers, for paper. */
export function PathwayOutline({ document, isBrief = false, ...where }: PathwayOutlineProps) {
  const steps = useMemo(() => mapNodes(document), [document]);
  const here = innermost(steps, where.presentSteps ?? []);
  const shown = isBrief ? around(steps, where.presentSteps ?? []) : steps;
  const inside = Map.groupBy(shown, ({ parent }) => parent);
  return <Steps parent={undefined} inside={inside} where={{ ...where, here }} />;
}

interface StepsProps {
  readonly parent: string | undefined;
  readonly inside: ReadonlyMap<string | undefined, readonly MapNode[]>;
  readonly where: Omit<PathwayOutlineProps, 'document' | 'isBrief'> & {
    readonly here: readonly string[];
  };
}

function Steps({ parent, inside, where }: StepsProps) {
  // A history step is only a way back in: it says nothing to a reader of a list.
  const steps = (inside.get(parent) ?? []).filter(({ kind }) => kind !== 'return');
  if (steps.length === 0) return null;
  return (
    <ul className="pathway-outline">
      {steps.map((step) => (
        <li key={step.key}>
          <Step step={step} where={where} />
          <Steps parent={step.key} inside={inside} where={where} />
        </li>
      ))}
    </ul>
  );
}

function Step({ step, where }: { readonly step: MapNode; readonly where: StepsProps['where'] }) {
  const { language, presentSteps = [], walkedSteps = [], counts, here } = where;
  const offCount = where.deviationCounts?.[step.key];
  const isPresent = presentSteps.includes(step.key);
  const isHere = here.includes(step.key);
  const isWalked = walkedSteps.includes(step.key);
  const count = counts?.[step.key];
  return (
    <span
      className="pathway-outline-step"
      data-mark={isPresent ? 'present' : isWalked ? 'walked' : 'none'}
      data-colour={step.stage?.colour}
      {...(isHere ? { 'aria-current': 'step' as const } : {})}
    >
      <span className="pathway-outline-sign">
        <Sign shape={isPresent ? 'present' : isWalked ? 'walked' : 'ahead'} />
      </span>
      <span>{step.label[language]}</span>{' '}
      {isHere && <strong className="pathway-outline-here">{WORDS.here[language]}</strong>}
      {!isPresent && isWalked && (
        <span className="pathway-map-hidden">{WORDS.passed[language]}</span>
      )}{' '}
      {step.kind === 'end' && <em>{WORDS.end[language]}</em>}{' '}
      {count !== undefined && (
        <strong>
          {count} <span className="pathway-map-hidden">{standsWords(count)[language]}</span>
        </strong>
      )}{' '}
      {!!offCount && <OffMark count={offCount} language={language} isTold />}
    </span>
  );
}
