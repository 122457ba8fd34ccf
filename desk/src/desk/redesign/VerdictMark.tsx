import {
  IconArrowRight,
  IconCircleCheck,
  IconHelpCircle,
  IconLock,
  IconPin,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './redesign.module.css';
import type { Fate } from './verdicts.ts';

const ICONS = {
  unaffected: IconCircleCheck,
  moved: IconArrowRight,
  'needs-decision': IconHelpCircle,
  blocked: IconLock,
  staying: IconPin,
} as const satisfies Record<Fate, typeof IconPin>;

/** What happens to somebody: in words, with a sign and a colour of its own. */
export function VerdictMark({ fate }: { readonly fate: Fate }) {
  const { t } = useTranslation('redesign');
  const Icon = ICONS[fate];
  return (
    <span className={classes.mark} data-fate={fate}>
      <Icon size={20} aria-hidden />
      {t(`fate.${fate}`)}
    </span>
  );
}
