import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { MigrationView, TakeBackPreview } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { announce } from '../shell/Announcements.tsx';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { Window } from '../shell/Window.tsx';
import classes from './redesign.module.css';
import { useDoing } from './useDoing.ts';

interface Props {
  readonly plan: MigrationView;
  readonly onClose: () => void;
}

/** Asks before everybody is taken back, and says who and what does not come back. */
export function TakeBackDialog({ plan, onClose }: Props) {
  const { t } = useTranslation(['redesign', 'common']);
  const takeBack = useDoing('takeBackMigration');
  const read = useRead('previewTakeBack', { params: { id: plan.id } }, { staleTime: 0 });
  const isKnown = read.data !== undefined && read.isFetchedAfterMount;
  // A stopped one with nobody to put back would otherwise stay in the way for ever.
  const isClosing = isKnown && read.data.returning === 0 && plan.status === 'stopped';
  const take = () =>
    takeBack.run({ params: { id: plan.id } }, () => {
      announce(t(isClosing ? 'take-back.closed' : 'take-back.done'));
      onClose();
    });
  return (
    <Window title={isClosing ? `${t('take-back.close')}?` : t('take-back.title')} onClose={onClose}>
      <Stack>
        {read.error && <ProblemNote error={read.error} onRetry={() => void read.refetch()} />}
        {!read.error && !isKnown && (
          <Skeleton height={120} role="status" aria-label={t('take-back.looking')} />
        )}
        {isKnown && <Foreseen foreseen={read.data} />}
        {isClosing && <Text>{t('take-back.close-lead')}</Text>}
        {takeBack.error && <ProblemNote error={takeBack.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common:cancel')}
          </Button>
          {isKnown && (isClosing || read.data.returning > 0) && (
            <Button color="orange" onClick={take} loading={takeBack.isPending}>
              {t(isClosing ? 'take-back.close' : 'take-back.confirm')}
            </Button>
          )}
        </Group>
      </Stack>
    </Window>
  );
}

function Foreseen({ foreseen }: { readonly foreseen: TakeBackPreview }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const { returning, goneOn, messages, seatsTaken } = foreseen;
  const isWhole = goneOn + messages.length + seatsTaken === 0;
  return (
    <>
      <Text>
        {returning === 0 ? t('take-back.nobody') : t('take-back.lead', { count: returning })}
      </Text>
      {isWhole && returning > 0 && <Text>{t('take-back.whole')}</Text>}
      {goneOn > 0 && <GoneOn foreseen={foreseen} />}
      {messages.length + seatsTaken > 0 && (
        <div>
          <Text fw={600}>{t('take-back.but')}</Text>
          <ul>
            {messages.map(({ label, count }) => (
              <li key={label.it}>{t('take-back.message', { what: words(label), count })}</li>
            ))}
            {seatsTaken > 0 && <li>{t('take-back.seats-taken', { count: seatsTaken })}</li>}
          </ul>
        </div>
      )}
    </>
  );
}

/** Who can't be put back, and why, before anybody is. */
function GoneOn({ foreseen: { goneOn, examples } }: { readonly foreseen: TakeBackPreview }) {
  const { t } = useTranslation('redesign');
  const words = useWords();
  const rest = goneOn - examples.length;
  return (
    <section aria-label={t('take-back.gone-on', { count: goneOn })}>
      <Text fw={600} mb="xs">
        {t('take-back.gone-on', { count: goneOn })}
      </Text>
      <ul className={`${classes.people} ${classes.scroll}`}>
        {examples.map(({ id, name, reason }) => (
          <li key={id} className={classes.person}>
            <div>
              <Anchor component={Link} to={`/desk/cases/${id}`} fw={600}>
                {name}
              </Anchor>
              <Text size="sm">{words(reason)}</Text>
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && <Text mt="xs">{t('take-back.more', { count: rest })}</Text>}
    </section>
  );
}
