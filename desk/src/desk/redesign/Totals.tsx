import { Alert } from '@mantine/core';
import type { MigrationView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { Panel } from '../programme/Panel.tsx';
import { WAITING } from './change-sentences.ts';
import classes from './redesign.module.css';
import { type Sum, type Sums, sumsOf } from './sums.ts';
import { ToneIcon } from './ToneIcon.tsx';
import { WhoLink } from './WhoLink.tsx';

/** What it comes to for the office: what opens, ends, changes, or goes on by its old rules. */
export function Totals({ plan: { groups, proof } }: { readonly plan: MigrationView }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const all = sumsOf(groups);
  if (all.length === 0 && proof.isComplete) return null;
  return (
    <Panel title={t('totals.title')}>
      <div className={classes.sums}>
        {all.map((sums) => (
          <Kind key={sums.name} sums={sums} />
        ))}
      </div>
      {!proof.isComplete && (
        <Alert color="orange" mt="md">
          {t('totals.unproven', { count: proof.unprovenCount })}{' '}
          <span className={classes.quiet}>{proof.why && words(proof.why)}</span>
        </Alert>
      )}
    </Panel>
  );
}

function Kind({ sums: { name, tone, sums } }: { readonly sums: Sums }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  return (
    <section className={classes.sum} data-tone={tone}>
      <h3>
        <ToneIcon tone={tone} /> {t(`totals.${name}`)}
      </h3>
      <ul>
        {sums.map((sum) => (
          <li key={sum.about.it}>
            <span>{words(sum.about)}</span>
            {name === WAITING ? (
              <span>{t('people', { count: sum.count })}</span>
            ) : (
              <Those name={name} sum={sum} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Those({ name, sum: { about, count } }: { readonly name: string; readonly sum: Sum }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  return (
    <WhoLink
      who={{ change: name, about: about.it }}
      label={`${t(`totals.${name}`)}: ${words(about)}, ${t('people', { count })}`}
    >
      {t('people', { count })}
    </WhoLink>
  );
}
