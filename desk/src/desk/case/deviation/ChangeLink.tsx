import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCase, useMayHere } from '../case-context.ts';
import classes from './deviation.module.css';
import { addressOfChange, OVER_THE_PAGE } from './useChangeAddress.ts';

/** The quiet way to whatever the pathway does not offer; from its end there is only the way back. */
export function ChangeLink() {
  const { t } = useTranslation('deviation');
  const { view } = useCase();
  const may = useMayHere();
  const hasEnded = view.status === 'done';
  if (!may('deviate')) return null;
  return (
    <p className={`${classes.opener} no-print`}>
      <span className={classes.quiet}>{t(hasEnded ? 'ended-why' : 'open-why')}</span>{' '}
      <Anchor
        component={Link}
        to={addressOfChange(hasEnded ? 'undo' : undefined)}
        state={OVER_THE_PAGE}
        underline="always"
      >
        {t(hasEnded ? 'kind.undo' : `title.${view.subject}`)}
      </Anchor>
    </p>
  );
}
