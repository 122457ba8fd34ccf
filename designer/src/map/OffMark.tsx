import type { Language } from '@percorso/engine';
import { IconArrowRampRight } from '@tabler/icons-react';
import { timesOff } from '../deviations/words.ts';

interface Props {
  readonly count: number;
  readonly language: Language;
  /** Where there is room for the words, and nothing else says them. */
  readonly isTold?: boolean;
}

/** How often youths left the pathway at a step: the same mark as on drafts. */
export function OffMark({ count, language, isTold = false }: Props) {
  const told = timesOff(count)[language];
  return (
    <span className="pathway-off" {...(isTold ? {} : { title: told })}>
      <IconArrowRampRight size="1em" aria-hidden /> {isTold ? told : count}
    </span>
  );
}
