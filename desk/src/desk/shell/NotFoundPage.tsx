import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from './Page.tsx';

export function NotFoundPage() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('not-found.title')}>
      <Text mb="md">{t('not-found.text')}</Text>
      <Anchor component={Link} to="/desk">
        {t('not-found.home')}
      </Anchor>
    </Page>
  );
}
