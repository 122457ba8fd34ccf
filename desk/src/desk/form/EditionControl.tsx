import { Checkbox, Radio, Skeleton, Stack, Text } from '@mantine/core';
import type { EditionView } from '@percorso/server/contract';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useRead } from '../api/queries.ts';
import { ProblemNote } from '../shell/ProblemNote.tsx';
import { type ControlProps, groupProps } from './control.ts';
import classes from './form.module.css';

interface Props extends ControlProps {
  readonly caseId: string;
  /** Says yes to the waiting list of a full edition; absent where the form has no such field. */
  readonly waiting?: {
    readonly label: string;
    readonly isAccepted: boolean;
    readonly onChange: (isAccepted: boolean) => void;
  };
}

/** Which dated run of an opportunity, with its free seats, or how many wait where it is full. */
export function EditionControl({ caseId, waiting, ...props }: Props) {
  const { t } = useTranslation('form');
  const kind = props.field.opportunity;
  const editions = useRead('listEditionsFor', {
    params: { id: caseId },
    query: kind ? { kind } : {},
  });
  if (editions.error) {
    return <ProblemNote error={editions.error} onRetry={() => void editions.refetch()} />;
  }
  if (!editions.data) return <Skeleton height={120} />;
  const chosen = editions.data.editions.find(({ id }) => id === props.value);
  const isChosenFull = chosen !== undefined && chosen.taken >= chosen.seats;
  return (
    <div>
      <Radio.Group
        {...groupProps(props)}
        value={String(props.value ?? '')}
        onChange={(value: string) => props.onChange(value)}
      >
        <Stack gap="xs" mt="xs">
          {editions.data.editions.length === 0 && <Text>{t('edition.none')}</Text>}
          {editions.data.editions.map((edition, index) => (
            <Radio.Card
              key={edition.id}
              id={index === 0 ? `${props.id}-first` : `${props.id}-${edition.id}`}
              value={edition.id}
              className={`${classes.edition}`}
            >
              <Radio.Indicator />
              <Edition edition={edition} />
            </Radio.Card>
          ))}
        </Stack>
      </Radio.Group>
      {waiting && isChosenFull && (
        <Checkbox
          mt="sm"
          label={waiting.label}
          description={t('edition.waiting-help')}
          checked={waiting.isAccepted}
          onChange={(event) => waiting.onChange(event.currentTarget.checked)}
        />
      )}
    </div>
  );
}

function Edition({ edition }: { readonly edition: EditionView }) {
  const { t } = useTranslation('form');
  const words = useWords();
  const dates = useDates();
  const free = edition.seats - edition.taken;
  return (
    <span className={classes.editionText}>
      <strong>{words(edition.title)}</strong>
      <span>
        {t('edition.dates', {
          from: dates.shortDay(edition.startsOn),
          to: dates.shortDay(edition.endsOn),
        })}
        {` · ${edition.place} · ${edition.organisation.name}`}
      </span>
      <span className={free > 0 ? classes.free : classes.full}>
        {free > 0
          ? t('edition.free', { count: free, seats: edition.seats })
          : t('edition.full', { count: edition.waiting })}
      </span>
    </span>
  );
}
