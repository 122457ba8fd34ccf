import { Button, Text, Title } from '@mantine/core';
import type { PossibilityView } from '@percorso/server/contract';
import { IconArrowRight, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/words.ts';
import classes from './case.module.css';
import { useCase, useMayHere } from './case-context.ts';
import { ChangeLink } from './deviation/ChangeLink.tsx';
import type { SortedPossibilities } from './possibilities.ts';
import { Section } from './Section.tsx';
import { Timers } from './Timers.tsx';

/** Where the focus goes after something was done: it names what can be done next. */
export const NEXT_HEADING = 'next-actions';

interface Props {
  readonly sorted: SortedPossibilities;
  /** Nothing on the page is more pressing. */
  readonly isFirst?: boolean;
}

export function NextActions({ sorted, isFirst = false }: Props) {
  const { t } = useTranslation('case');
  const words = useWords();
  const { view } = useCase();
  const isEmpty = !sorted.primary && sorted.others.length + sorted.final.length === 0;
  return (
    <Section
      title={t('next.title')}
      id={NEXT_HEADING}
      className={`${isFirst ? classes.next : ''} no-print`}
    >
      {sorted.primary && <Primary possibility={sorted.primary} isFirst={isFirst} />}
      {isEmpty && <Text>{t(view.status === 'done' ? 'next.ended' : 'next.nothing')}</Text>}
      <Buttons possibilities={sorted.others} />
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
      {sorted.final.length > 0 && (
        <div className={classes.final}>
          <span className={classes.quiet}>{t('next.final')}</span>
          <Buttons possibilities={sorted.final} />
        </div>
      )}
      <ChangeLink />
    </Section>
  );
}

interface PrimaryProps {
  readonly possibility: PossibilityView;
  readonly isFirst: boolean;
}

function Primary({ possibility, isFirst }: PrimaryProps) {
  const words = useWords();
  const { open } = useCase();
  return (
    <div className={classes.primary}>
      <Button
        size="lg"
        variant={isFirst ? 'filled' : 'outline'}
        rightSection={<IconArrowRight aria-hidden />}
        onClick={() => open({ kind: 'action', possibility })}
      >
        {words(possibility.label)}
      </Button>
      {possibility.help && <Text c="dimmed">{words(possibility.help)}</Text>}
    </div>
  );
}

function Buttons({ possibilities }: { readonly possibilities: readonly PossibilityView[] }) {
  if (possibilities.length === 0) return null;
  return (
    <div className={classes.others}>
      {possibilities.map((possibility) => (
        <ActionButton key={possibility.action} possibility={possibility} />
      ))}
    </div>
  );
}

/** How loud a button is, by the emphasis that the pathway gives its action. */
const VARIANTS = { primary: 'outline', normal: 'outline', quiet: 'default', final: 'subtle' };

function ActionButton({ possibility }: { readonly possibility: PossibilityView }) {
  const words = useWords();
  const { open } = useCase();
  return (
    <Button
      variant={VARIANTS[possibility.emphasis]}
      color={possibility.emphasis === 'final' ? 'gray.8' : 'blue'}
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
  // «Serve: il consenso» says the same as «manca: il consenso».
  const what = unlock.slice(unlock.indexOf(': ') + 1).trim();
  return reason.toLowerCase().includes(what.toLowerCase());
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
            <Button size="sm" variant="light" onClick={() => open({ kind: 'action', possibility })}>
              {words(possibility.label)}
            </Button>
          ) : (
            <Button size="sm" variant="light" onClick={() => open({ kind: 'participant' })}>
              {t('menu.participant')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
