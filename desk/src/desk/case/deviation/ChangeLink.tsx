import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCase, useMayHere } from '../case-context.ts';
import classes from './deviation.module.css';
import { addressOfChange, OVER_THE_PAGE } from './useChangeAddress.ts';

/** The quiet way to whatever the pathway does not offer. */
export function ChangeLink() {
  const { t } = useTranslation('deviation');
  const { view } = useCase();
  const may = useMayHere();
  if (!may('deviate')) return null;
  return (
    <p className={`${classes.opener} no-print`}>
      <span className={classes.quiet}>{t('open-why')}</span>{' '}
      <Anchor component={Link} to={addressOfChange()} state={OVER_THE_PAGE}>
        {t(`title.${view.subject}`)}
      </Anchor>
    </p>
  );
}
