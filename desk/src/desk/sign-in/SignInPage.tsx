import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { keyOf, useCommand } from '../api/queries.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { DemonstrationAccounts } from './DemonstrationAccounts.tsx';
import { Entrance } from './Entrance.tsx';
import { returnAddress } from './return-address.ts';

export function SignInPage() {
  const { t } = useTranslation('sign-in');
  const { search } = useLocation();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signIn = useCommand('signIn');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');

  const enter = (body: { email: string; password: string }) =>
    signIn.mutate(
      { body },
      {
        onSuccess: (session) => {
          client.clear();
          client.setQueryData(keyOf('whoAmI', {}), session);
          void navigate(returnAddress(search), { replace: true });
        },
      },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter({ email: email.trim(), password });
  };

  return (
    <Entrance title={t('title')}>
      <form onSubmit={submit}>
        <Stack>
          {signIn.error && <ProblemNote error={signIn.error} />}
          <TextInput
            type="email"
            label={t('email')}
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={t('password')}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': t('show-password'), tabIndex: 0 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" size="lg" loading={signIn.isPending}>
            {t('enter')}
          </Button>
          <Anchor component={Link} to="/desk/forgotten-password">
            {t('forgotten.link')}
          </Anchor>
        </Stack>
      </form>
      <DemonstrationAccounts onChoose={enter} isDisabled={signIn.isPending} />
    </Entrance>
  );
}
