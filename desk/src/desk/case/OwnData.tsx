import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './case.module.css';
import { useCase, useMayHere } from './case-context.ts';
import { Section } from './Section.tsx';

const OWN = ['district', 'wish'] as const;

/** What the participant told about themselves, besides how to reach them. */
export function OwnData() {
  const { t } = useTranslation('case');
  const { view, open } = useCase();
  const may = useMayHere();
  const { guardian, helper, ...participant } = view.participant;
  const rows = [
    ...OWN.map((name) => [name, participant[name]] as const),
    ['guardian', guardian && `${guardian.name}, ${guardian.contact}`] as const,
    ['helper', helper && [helper.name, helper.organisation].filter(Boolean).join(', ')] as const,
  ].filter(([, value]) => value);
  return (
    <Section
      title={t('own.title')}
      actions={
        may('change-participant') && (
          <Button size="compact-md" variant="subtle" onClick={() => open({ kind: 'participant' })}>
            {t('facts.correct')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <Text c="dimmed">{t('facts.none')}</Text>}
      <dl className={classes.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`own.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
