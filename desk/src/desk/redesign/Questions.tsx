import { Alert, Button, Group, Radio, Stack } from '@mantine/core';
import type { GroupDecision, MigrationQuestion, MigrationView } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useCommand } from '../api/queries.ts';
import { Panel } from '../programme/Panel.tsx';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Consequence } from './Consequence.tsx';
import { Decisions } from './Decisions.tsx';
import classes from './redesign.module.css';
import { WhoLink } from './WhoLink.tsx';

export const QUESTIONS = 'questions';

interface Props {
  readonly plan: MigrationView;
}

/** Where the redesign leaves several ways: one question for all like cases, and what was said. */
export function Questions({ plan }: Props) {
  const { t } = useTranslation('redesign');
  const { questions, decisions } = plan;
  if (questions.length + decisions.length === 0) return null;
  return (
    <Panel title={t('questions.title')} anchor={QUESTIONS}>
      {questions.length > 0 && <p className={classes.quiet}>{t('questions.lead')}</p>}
      {questions.length === 0 && (
        <Alert color="green" mb="md">
          {t('questions.none-left')}
        </Alert>
      )}
      <Stack>
        {questions.map((question) => (
          <Question
            key={`${question.version} ${question.steps.join()}`}
            plan={plan}
            question={question}
          />
        ))}
        <Decisions plan={plan} />
      </Stack>
    </Panel>
  );
}

interface QuestionProps extends Props {
  readonly question: MigrationQuestion;
}

const STAY = 'stay';

function Question({ plan, question }: QuestionProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const decide = useCommand('decideGroup');
  const [chosen, setChosen] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { version, steps, choices } = question;
  const give = () => {
    setAsked(true);
    const choice = choices.find(({ at }) => at.join(' ') === chosen);
    if (!choice && chosen !== STAY) return;
    const decision: GroupDecision['decision'] = choice
      ? { kind: 'place', at: choice.at }
      : { kind: 'stay' };
    decide.mutate(
      { params: { id: plan.id }, revision: plan.revision, body: { version, steps, decision } },
      { onSuccess: () => announce(t('questions.given')) },
    );
  };
  return (
    <fieldset className={classes.question} data-fate="needs-decision">
      <Radio.Group
        label={words(question.words)}
        description={
          <WhoLink plan={plan} who={whoOfQuestion(question)}>
            {t('questions.about', { count: question.count })}
          </WhoLink>
        }
        value={chosen}
        onChange={setChosen}
        error={isAsked && chosen === '' && t('questions.needed')}
      >
        <Stack mt="sm" gap="sm">
          {choices.map(({ at, label }) => (
            <div key={at.join(' ')}>
              <Radio value={at.join(' ')} label={words(label)} />
              <Consequence plan={plan} question={question} at={at} />
            </div>
          ))}
          <Radio
            value={STAY}
            label={t('questions.stay')}
            description={t('questions.stay-help', { version })}
          />
        </Stack>
      </Radio.Group>
      {decide.error && <ProblemNote error={decide.error} />}
      <Group mt="md">
        <Button onClick={give} loading={decide.isPending} disabled={plan.status === 'computing'}>
          {t('questions.give')}
        </Button>
      </Group>
    </fieldset>
  );
}

/** One group is listed as itself, several by what they have in common. */
const whoOfQuestion = ({ groups, steps, version }: MigrationQuestion) =>
  groups.length === 1 ? { group: groups[0]! } : { step: steps[0]!, version };
