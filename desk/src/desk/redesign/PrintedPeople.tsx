import type { MigrationCase } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import classes from './redesign.module.css';
import { useFollowed } from './useFollowed.ts';

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

function Person({ one }: { readonly one: MigrationCase }) {
  const { name, reason } = one;
  const words = useWords();
  const said = [...useFollowed(one), ...(reason ? [words(reason)] : [])];
  return (
    <li>
      <strong>{name}</strong> ({said.join('; ')})
    </li>
  );
}
