import type { Language, Words } from '@percorso/engine';
import { Panel } from '@xyflow/react';
import type { MapEdge } from './map-edges.ts';
import type { MapNode } from './map-nodes.ts';
import { OffMark } from './OffMark.tsx';
import { Sign } from './Sign.tsx';
import type { Tally } from './tally.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly language: Language;
  readonly steps: readonly MapNode[];
  readonly arrows: readonly MapEdge[];
  readonly chosen: string | undefined;
  /** How many stand at the chosen step. */
  readonly count: number | undefined;
  /** Or how many of which kind. */
  readonly tallies: readonly Tally[] | undefined;
  /** How often youths left the pathway at the chosen step. */
  readonly deviationCount: number | undefined;
  readonly onStep: ((step: string, tally?: string) => void) | undefined;
}

/**
 * The arrows that leave the chosen step, in words. They stand beside the drawing and not on it:
 * where ten arrows start, labels hide each other and the steps.
 */
export function WaysOut(props: Props) {
  const { language, steps, arrows, chosen, count = 0, tallies = [], onStep } = props;
  const { deviationCount } = props;
  const labels = new Map(steps.map(({ key, label }) => [key, label]));
  const step = chosen === undefined ? undefined : labels.get(chosen);
  const leaving = arrows.filter(({ from }) => from === chosen);
  return (
    <Panel position="bottom-left" className="pathway-ways" aria-live="polite">
      {!step && WORDS.choose[language]}
      {step && <strong>{step[language]}</strong>}
      {!!deviationCount && (
        <p>
          <OffMark count={deviationCount} language={language} isTold />
        </p>
      )}
      {chosen !== undefined && onStep && count > 0 && (
        <p>
          <button type="button" onClick={() => onStep(chosen)}>
            {WORDS.showHere[language]} ({count})
          </button>
        </p>
      )}
      {chosen !== undefined && onStep && tallies.some((one) => one.count > 0) && (
        <p className="pathway-ways-tallies">
          {tallies
            .filter((one) => one.count > 0)
            .map((one) => (
              <button key={one.name} type="button" onClick={() => onStep(chosen, one.name)}>
                {one.words} ({one.count})
              </button>
            ))}
        </p>
      )}
      {step && leaving.length === 0 && <p>{WORDS.noWay[language]}</p>}
      {step && leaving.length > 0 && (
        <ul>
          {leaving.map(({ id, to, ways }) => (
            <Way key={id} ways={ways} to={labels.get(to)} language={language} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface WayProps {
  readonly ways: MapEdge['ways'];
  readonly to: Words | undefined;
  readonly language: Language;
}

function Way({ ways, to, language }: WayProps) {
  return (
    <li>
      {ways.map(({ label }) => label[language]).join(' / ')} <Sign shape="arrow" />
      <span className="pathway-map-hidden">{WORDS.leadsTo[language]}</span> {to?.[language]}
    </li>
  );
}
