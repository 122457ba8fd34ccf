import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRead } from '../api/queries.ts';
import classes from './entrance.module.css';

interface Props {
  readonly onChoose: (account: { email: string; password: string }) => void;
  readonly isDisabled: boolean;
}

/** One tap signs in as somebody invented; only while the demonstration data is loaded. */
export function DemonstrationAccounts({ onChoose, isDisabled }: Props) {
  const { t } = useTranslation('sign-in');
  const accounts = useRead('demonstrationAccounts', {}, { staleTime: 600_000 }).data?.accounts;
  if (!accounts || accounts.length === 0) return null;
  return (
    <section aria-labelledby="demonstration">
      <Title order={2} id="demonstration" mt="xl">
        {t('demonstration.title')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('demonstration.text')}
      </Text>
      <ul className={classes.accounts}>
        {accounts.map(({ email, password, name, roles, organisation }) => (
          <li key={email}>
            <button
              type="button"
              className={classes.account}
              disabled={isDisabled}
              onClick={() => onChoose({ email, password })}
            >
              <strong>{name}</strong>
              <span>
                {roles.map((role) => t(`common:role.${role}`)).join(', ')}
                {organisation ? ` · ${organisation}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
