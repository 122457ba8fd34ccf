import type { Language } from '@percorso/engine';
import { WORDS as LEFT } from '../deviations/words.ts';
import { OffMark } from './OffMark.tsx';
import { Sign } from './Sign.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly language: Language;
  /** Whether the drawing shows one case's way, or how many stand where. */
  readonly isOfCase: boolean;
  /** Whether some steps are marked because youths left the pathway there. */
  readonly isLeft: boolean;
}

/** What the marks on the drawing say. */
export function Legend({ language, isOfCase, isLeft }: Props) {
  if (!isOfCase) {
    return (
      <ul className="pathway-legend">
        <li>
          <span className="pathway-legend-count">12</span> {WORDS.stands[language]}
        </li>
        {isLeft && (
          <li>
            <OffMark count={3} language={language} /> {LEFT.legend[language]}
          </li>
        )}
      </ul>
    );
  }
  return (
    <ul className="pathway-legend">
      {(['walked', 'present', 'ahead'] as const).map((shape) => (
        <li key={shape} data-mark={shape}>
          <Sign shape={shape} /> {WORDS.legend[shape][language]}
        </li>
      ))}
    </ul>
  );
}
