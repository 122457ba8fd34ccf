import { Alert, Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCommand } from '../api/queries.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Entrance } from './Entrance.tsx';

const LENGTH_MIN = 12;

export function NewPasswordPage() {
  const { t } = useTranslation('sign-in');
  // A fragment is sent to no server and stands in no log.
  const [token] = useState(() => window.location.hash.slice(1));
  const choose = useCommand('resetPassword');
  const [password, setPassword] = useState('');
  const [isTooShort, setIsTooShort] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsTooShort(password.length < LENGTH_MIN);
    if (password.length >= LENGTH_MIN) choose.mutate({ body: { token, password } });
  };
  if (choose.isSuccess) {
    return (
      <Entrance title={t('new.title')}>
        <Alert color="green" icon={<IconCheck />} role="status" mb="md">
          {t('new.done')}
        </Alert>
        <Anchor component={Link} to="/desk/sign-in">
          {t('new.enter')}
        </Anchor>
      </Entrance>
    );
  }
  return (
    <Entrance title={t('new.title')}>
      <form onSubmit={submit}>
        <Stack>
          <Text>{t('new.text')}</Text>
          {choose.error && <ProblemNote error={choose.error} />}
          <PasswordInput
            label={t('new.password')}
            description={t('new.rule', { count: LENGTH_MIN })}
            autoComplete="new-password"
            required
            error={isTooShort && t('new.too-short', { count: LENGTH_MIN })}
            visibilityToggleButtonProps={{ 'aria-label': t('show-password'), tabIndex: 0 }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit" loading={choose.isPending}>
            {t('new.save')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
