import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import classes from './redesign.module.css';
import { VerdictMark } from './VerdictMark.tsx';
import { FATES } from './verdicts.ts';
import { WhoLink } from './WhoLink.tsx';

/** How many people each verdict is for. */
export function FateTiles({ plan }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const { counts } = plan;
  const shown = FATES.filter((fate) => fate !== 'staying' || counts.staying > 0);
  return (
    <ul className={classes.tiles} aria-label={t('fates')}>
      {shown.map((fate) => (
        <li
          key={fate}
          className={classes.tile}
          data-fate={fate}
          data-none={counts[fate] === 0 || undefined}
        >
          <VerdictMark fate={fate} />
          <strong>
            {counts[fate] > 0 ? (
              <WhoLink
                who={{ fate }}
                label={`${t('people', { count: counts[fate] })}: ${t(`fate.${fate}`)}`}
              >
                {counts[fate]}
              </WhoLink>
            ) : (
              0
            )}
          </strong>
          <span className={classes.quiet}>{t(`fate-help.${fate}`)}</span>
        </li>
      ))}
    </ul>
  );
}
