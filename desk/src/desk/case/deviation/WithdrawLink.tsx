import { Anchor } from '@mantine/core';
import type { ActivityView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../../../language/words.ts';
import { useMayHere } from '../case-context.ts';
import { addressOfChange, OVER_THE_PAGE } from './useChangeAddress.ts';

/** Takes an added task back, after asking why. */
export function WithdrawLink({ task }: { readonly task: ActivityView }) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const may = useMayHere();
  if (!may('deviate')) return null;
  return (
    <Anchor
      component={Link}
      to={addressOfChange('withdraw-task', task.activity)}
      state={OVER_THE_PAGE}
      className="no-print"
      aria-label={t('withdraw-named', { task: words(task.label) })}
    >
      {t('withdraw')}
    </Anchor>
  );
}
