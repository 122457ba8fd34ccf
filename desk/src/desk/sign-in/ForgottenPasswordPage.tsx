import { Alert, Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../api/queries.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Entrance } from './Entrance.tsx';

/** The answer is the same whether the address is known or not. */
export function ForgottenPasswordPage() {
  const { t } = useTranslation('sign-in');
  const ask = useCommand('forgetPassword');
  const [email, setEmail] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate({ body: { email: email.trim() } });
  };
  return (
    <Entrance title={t('forgotten.title')}>
      <Stack>
        {ask.isSuccess ? (
          <Alert color="green" icon={<IconMail />} role="status">
            {t('forgotten.sent')}
          </Alert>
        ) : (
          <form onSubmit={submit}>
            <Stack>
              <Text>{t('forgotten.text')}</Text>
              {ask.error && <ProblemNote error={ask.error} />}
              <TextInput
                type="email"
                label={t('email')}
                autoComplete="username"
                required
                value={email}
                onChange={(event) => setEmail(event.currentTarget.value)}
              />
              <Button type="submit" loading={ask.isPending}>
                {t('forgotten.send')}
              </Button>
            </Stack>
          </form>
        )}
        <Anchor component={Link} to="/desk/sign-in">
          {t('back')}
        </Anchor>
      </Stack>
    </Entrance>
  );
}
