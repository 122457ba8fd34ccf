import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import classes from './case.module.css';
import { useCase, useMayHere } from './case-context.ts';
import { Section } from './Section.tsx';

export function Facts() {
  const { t } = useTranslation('case');
  const words = useWords();
  const { view, document, open } = useCase();
  const may = useMayHere();
  const [isWhole, setIsWhole] = useState(false);
  const known = view.facts.filter(({ value }) => value !== null);
  // A counter at zero, a «not yet»: what still is as it was at the start says little.
  const told = known.filter(
    ({ name, value }) => String(value) !== String(document?.data.properties[name]?.default),
  );
  const hiddenCount = known.length - told.length;
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
      {told.length === 0 && !isWhole && <Text c="dimmed">{t('facts.none')}</Text>}
      <dl className={classes.facts}>
        {(isWhole ? known : told).map((fact) => (
          <div key={fact.name}>
            <dt>{words(fact.label)}</dt>
            <dd>{words(fact.words)}</dd>
          </div>
        ))}
      </dl>
      {hiddenCount > 0 && (
        <Button
          mt="sm"
          variant="subtle"
          size="compact-md"
          className="no-print"
          aria-expanded={isWhole}
          onClick={() => setIsWhole(!isWhole)}
        >
          {t(isWhole ? 'facts.less' : 'facts.more', { count: hiddenCount })}
        </Button>
      )}
    </Section>
  );
}
