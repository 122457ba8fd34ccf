import type { Language } from '@percorso/engine';
import { Sign } from './Sign.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly language: Language;
  /** Whether the drawing shows one case's way, or how many stand where. */
  readonly isOfCase: boolean;
}

/** What the marks on the drawing say. */
export function Legend({ language, isOfCase }: Props) {
  if (!isOfCase) {
    return (
      <p className="pathway-legend">
        <span className="pathway-legend-count">12</span> {WORDS.stands[language]}
      </p>
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
