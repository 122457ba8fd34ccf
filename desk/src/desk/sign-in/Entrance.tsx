import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Footer } from '../shell/Footer.tsx';
import { LanguageSwitch } from '../shell/LanguageSwitch.tsx';
import { Mark } from '../shell/Mark.tsx';
import classes from './entrance.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** The frame of the pages before the sign-in: the municipality, the product, one card. */
export function Entrance({ title, children }: Props) {
  const { t } = useTranslation('sign-in');
  return (
    <div className={classes.page}>
      <title>{`${title} · Percorso`}</title>
      <header className={classes.slim}>
        <span>{t('common:municipality')}</span>
        <LanguageSwitch />
      </header>
      <main className={classes.main}>
        <div className={classes.brand}>
          <Mark />
          <p>
            <strong>Percorso</strong>
            <span>{t('about')}</span>
          </p>
        </div>
        <section className={classes.card}>
          <Title order={1} mb="md">
            {title}
          </Title>
          {children}
        </section>
      </main>
      <Footer />
    </div>
  );
}
