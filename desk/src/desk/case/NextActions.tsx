import { Button, Text, Title } from '@mantine/core';
import type { PossibilityView } from '@percorso/server/contract';
import { IconArrowRight, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import { useSession } from '../api/session.ts';
import classes from './case.module.css';
import { useCase, useMayHere } from './case-context.ts';
import { sortPossibilities } from './possibilities.ts';
import { Section } from './Section.tsx';
import { Timers } from './Timers.tsx';

/** Where the focus goes after something was done: it names what can be done next. */
export const NEXT_HEADING = 'next-actions';

export function NextActions() {
  const { t } = useTranslation('case');
  const words = useWords();
  const { view } = useCase();
  const { roles } = useSession().person;
  const sorted = sortPossibilities(view.possibilities, roles);
  const isEmpty = !sorted.primary && sorted.others.length + sorted.final.length === 0;
  return (
    <Section title={t('next.title')} id={NEXT_HEADING} className={`${classes.next} no-print`}>
      {sorted.primary && <Primary possibility={sorted.primary} />}
      {isEmpty && <Text>{t(view.status === 'done' ? 'next.ended' : 'next.nothing')}</Text>}
      {(sorted.others.length > 0 || sorted.final.length > 0) && (
        <div className={classes.others}>
          {[...sorted.others, ...sorted.final].map((possibility) => (
            <ActionButton key={possibility.action} possibility={possibility} />
          ))}
        </div>
      )}
      {sorted.elsewhere.length > 0 && (
        <Text c="dimmed" size="sm" mt="md">
          {sorted.elsewhere
            .map(({ label, roles: others }) =>
              t('next.elsewhere', {
                action: words(label),
                who: others.map((role) => t(`common:role.${role}`)).join(', '),
              }),
            )
            .join(' · ')}
        </Text>
      )}
      <Timers />
      {sorted.refused.length > 0 && <Refused possibilities={sorted.refused} />}
    </Section>
  );
}

function Primary({ possibility }: { readonly possibility: PossibilityView }) {
  const words = useWords();
  const { open } = useCase();
  return (
    <div className={classes.primary}>
      <Button
        size="lg"
        rightSection={<IconArrowRight aria-hidden />}
        onClick={() => open({ kind: 'action', possibility })}
      >
        {words(possibility.label)}
      </Button>
      {possibility.help && <Text c="dimmed">{words(possibility.help)}</Text>}
    </div>
  );
}

function ActionButton({ possibility }: { readonly possibility: PossibilityView }) {
  const words = useWords();
  const { open } = useCase();
  const isFinal = possibility.emphasis === 'final';
  return (
    <Button
      variant={possibility.emphasis === 'quiet' ? 'default' : 'outline'}
      color={isFinal ? 'red' : 'blue'}
      title={possibility.help && words(possibility.help)}
      onClick={() => open({ kind: 'action', possibility })}
    >
      {words(possibility.label)}
    </Button>
  );
}

function Refused({ possibilities }: { readonly possibilities: readonly PossibilityView[] }) {
  const { t } = useTranslation('case');
  const words = useWords();
  return (
    <>
      <Title order={3} mt="lg" mb="xs">
        {t('next.refused')}
      </Title>
      <ul className={classes.list}>
        {possibilities.map(({ action, label, refusal }) => (
          <li key={action} className={classes.refused}>
            <strong>
              <IconLock size={18} aria-hidden /> {words(label)}
            </strong>
            {refusal && <p>{words(refusal.reason)}</p>}
            {refusal?.unlock.map((unlock) => (
              <Unlock
                key={`${unlock.fact} ${unlock.words.it}`}
                {...unlock}
                isSaid={isSaidIn(words(refusal.reason), words(unlock.words))}
              />
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A reason often says already what would be right. */
function isSaidIn(reason: string, unlock: string): boolean {
  return reason.toLowerCase().includes(unlock.toLowerCase());
}

type UnlockProps = NonNullable<PossibilityView['refusal']>['unlock'][number] & {
  readonly isSaid: boolean;
};

/** What would turn the no into a yes, with the way there where there is one. */
function Unlock({ words: text, fact, action, isSaid }: UnlockProps) {
  const { t } = useTranslation('case');
  const words = useWords();
  const { view, open } = useCase();
  const may = useMayHere();
  const possibility = view.possibilities.find(
    (one) => one.action === action && one.verdict !== 'no',
  );
  const isOwnDatum = fact.startsWith('participant.') && may('change-participant');
  return (
    <>
      {!isSaid && <p className={classes.quiet}>{t('next.unlock', { what: words(text) })}</p>}
      {(possibility || isOwnDatum) && (
        <div className={classes.buttons}>
          {possibility ? (
            <Button size="sm" onClick={() => open({ kind: 'action', possibility })}>
              {words(possibility.label)}
            </Button>
          ) : (
            <Button size="sm" variant="outline" onClick={() => open({ kind: 'participant' })}>
              {t('menu.participant')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
