import { Button, Group, Radio, Stack } from '@mantine/core';
import type { GroupDecision, MigrationQuestion, MigrationView } from '@percorso/server/contract';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { Panel } from '../programme/Panel.tsx';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Consequence } from './Consequence.tsx';
import { Decisions } from './Decisions.tsx';
import { Foreseen, isToBeForeseen, needsSeats } from './Foreseen.tsx';
import classes from './redesign.module.css';
import { useDoing } from './useDoing.ts';
import { WhoLink } from './WhoLink.tsx';
import { questionName } from './who.ts';

export const QUESTIONS = 'questions';

interface Props {
  readonly plan: MigrationView;
}

/** Where the redesign leaves several ways: one question for all like cases, and what was said. */
export function Questions({ plan }: Props) {
  const { t } = useTranslation('redesign');
  const { questions, decisions } = plan;
  const lead = useRef<HTMLParagraphElement>(null);
  // What had the focus goes away once everything has been worked out anew.
  const focusLead = () => lead.current?.focus();
  if (questions.length + decisions.length === 0) return null;
  return (
    <Panel title={t('questions.title')} anchor={QUESTIONS}>
      <p ref={lead} tabIndex={-1} className={classes.quiet}>
        {t(questions.length > 0 ? 'questions.lead' : 'questions.none-left')}
      </p>
      <Stack>
        {questions.map((question) => (
          <Question
            key={`${question.version} ${questionName(question)}`}
            plan={plan}
            question={question}
            onGiven={focusLead}
          />
        ))}
        <Decisions plan={plan} onOpened={focusLead} />
      </Stack>
    </Panel>
  );
}

interface QuestionProps extends Props {
  readonly question: MigrationQuestion;
  readonly onGiven: () => void;
}

const STAY = 'stay';

function Question({ plan, question, onGiven }: QuestionProps) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const decide = useDoing('decideGroup');
  const [chosen, setChosen] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { version, steps, choices } = question;
  const isForeseen = isToBeForeseen(question);
  const give = () => {
    setAsked(true);
    const choice = choices.find(({ at }) => at.join(' ') === chosen);
    if (!choice && chosen !== STAY) return;
    const answer: Pick<GroupDecision, 'choice' | 'decision'> = choice
      ? { decision: { kind: 'place', at: choice.at } }
      : { decision: { kind: 'stay' }, choice: choices[0]?.at };
    const asked = { params: { id: plan.id }, revision: plan.revision };
    decide.run({ ...asked, body: { version, steps, ...answer } }, () => {
      announce(t('questions.given'));
      onGiven();
    });
  };
  return (
    <fieldset className={classes.question} data-fate="needs-decision">
      <Radio.Group
        label={words(question.words)}
        description={
          <>
            <WhoLink who={{ question: questionName(question), version }}>
              {t('questions.about', { count: question.count })}
            </WhoLink>
            {isOneOfSeveral(plan, question) && (
              <span className={classes.others}>
                {t('questions.only', {
                  count: choices.length,
                  where: choices.map(({ label }) => words(label)).join(', '),
                })}
              </span>
            )}
            {plan.questions.length > 1 && needsSeats(plan, question) && (
              <span className={classes.others}>{t('foreseen.seats')}</span>
            )}
          </>
        }
        value={chosen}
        onChange={setChosen}
        error={isAsked && chosen === '' && t('questions.needed')}
      >
        <Stack mt="sm" gap="sm">
          {choices.map(({ at, label, foreseen }) => (
            <div key={at.join(' ')}>
              <Radio
                value={at.join(' ')}
                label={words(label)}
                description={isForeseen && <Foreseen foreseen={foreseen} />}
              />
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

/** Another is about the same steps: its words are the same, and its choices are others. */
function isOneOfSeveral({ questions, decisions }: MigrationView, question: MigrationQuestion) {
  const isAlike = ({ version, steps }: Pick<MigrationQuestion, 'version' | 'steps'>) =>
    version === question.version && steps.join() === question.steps.join();
  return questions.filter(isAlike).length + decisions.filter(isAlike).length > 1;
}
