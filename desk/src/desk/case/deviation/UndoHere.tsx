import { Anchor } from '@mantine/core';
import type { DeviationsView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../../../language/words.ts';
import classes from './deviation.module.css';
import { addressOfChange, OVER_THE_PAGE } from './useChangeAddress.ts';

interface Props {
  readonly undo: NonNullable<DeviationsView['undo']>;
}

/** At the line of the timeline that was the last step: undoes it, or says why that cannot be. */
export function UndoHere({ undo: { refusal } }: Props) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  if (!refusal) {
    return (
      <p className={`${classes.undoHere} no-print`}>
        <Anchor component={Link} to={addressOfChange('undo')} state={OVER_THE_PAGE}>
          {t('undo-here')}
        </Anchor>
      </p>
    );
  }
  return (
    <details className={`${classes.quiet} ${classes.undoHere} no-print`}>
      <summary>{t('why-not-undone')}</summary>
      {words(refusal.reason)} {refusal.unlock && words(refusal.unlock)}
    </details>
  );
}
