import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import classes from './case.module.css';
import { useCase, useMayHere } from './case-context.ts';
import { Section } from './Section.tsx';

export function Facts() {
  const { t } = useTranslation('case');
  const words = useWords();
  const { view, open } = useCase();
  const may = useMayHere();
  const known = view.facts.filter(({ value }) => value !== null);
  return (
    <Section
      title={t('facts.title')}
      actions={
        may('correct') && (
          <Button size="compact-md" variant="subtle" onClick={() => open({ kind: 'correct' })}>
            {t('facts.correct')}
          </Button>
        )
      }
    >
      {known.length === 0 && <Text c="dimmed">{t('facts.none')}</Text>}
      <dl className={classes.facts}>
        {known.map((fact) => (
          <div key={fact.name}>
            <dt>{words(fact.label)}</dt>
            <dd>{words(fact.words)}</dd>
          </div>
        ))}
        {view.participant.wish && (
          <div>
            <dt>{t('facts.wish')}</dt>
            <dd>«{view.participant.wish}»</dd>
          </div>
        )}
      </dl>
    </Section>
  );
}
