import type { MigrationCase } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import classes from './redesign.module.css';

/** On paper only: who is behind a count, and who follows them. */
export function PrintedPeople({ people }: { readonly people: readonly MigrationCase[] }) {
  const { t } = useTranslation('redesign');
  return (
    <ul className={`${classes.names} only-print`} aria-label={t('who.title')}>
      {people.map((one) => (
        <Person key={one.id} one={one} />
      ))}
    </ul>
  );
}

function Person({ one: { name, caseManager, status, reason } }: { readonly one: MigrationCase }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const said = [
    caseManager?.name ?? t('who.no-manager'),
    // Before it has begun, everybody waits.
    ...(status === 'waiting' ? [] : [t(`status.${status}`)]),
    ...(reason ? [words(reason)] : []),
  ];
  return (
    <li>
      <strong>{name}</strong> ({said.join('; ')})
    </li>
  );
}
