import { Alert, Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import classes from './case.module.css';
import { useCase, useMayHere } from './case-context.ts';

/** Cases that may be about the same person, for somebody to decide. */
export function Duplicates() {
  const { t } = useTranslation('case');
  const words = useWords();
  const dates = useDates();
  const { view, open } = useCase();
  const may = useMayHere();
  if (view.duplicates.length === 0) return null;
  return (
    <Alert
      color="orange"
      icon={<IconCopy />}
      title={t('duplicates.title', { count: view.duplicates.length })}
    >
      <ul className={classes.list}>
        {view.duplicates.map(({ caseId, name, registeredAt, reasons }) => (
          <li key={caseId ?? registeredAt}>
            <strong>{name ?? t('duplicates.of-colleague')}</strong>,{' '}
            {t('duplicates.since', { day: dates.day(registeredAt) })}:{' '}
            {reasons.map(words).join('; ')}
            {caseId !== null && may('decide-duplicate') && (
              <div className={classes.buttons}>
                <Button
                  size="sm"
                  variant="white"
                  onClick={() => open({ kind: 'duplicate', caseId })}
                >
                  {t('duplicates.compare')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
