import { Alert } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { Panel } from '../programme/Panel.tsx';
import classes from './redesign.module.css';

/** What it comes to for the office: work that opens, ends, or goes on by its old rules. */
export function Totals({ plan: { totals, proof } }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const lists = (['opened', 'withdrawn', 'keepingTheirRules'] as const).filter(
    (name) => totals[name].length > 0,
  );
  if (lists.length === 0 && proof.isComplete) return null;
  return (
    <Panel title={t('totals.title')}>
      {lists.map((name) => (
        <div key={name}>
          <h3>{t(`totals.${name}`)}</h3>
          <ul>
            {totals[name].map(({ key, label, count }) => (
              <li key={key}>
                {words(label)}: <strong>{count}</strong>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {!proof.isComplete && (
        <Alert color="orange">
          {t('totals.unproven', { count: proof.unprovenCount })}{' '}
          <span className={classes.quiet}>{proof.why && words(proof.why)}</span>
        </Alert>
      )}
    </Panel>
  );
}
