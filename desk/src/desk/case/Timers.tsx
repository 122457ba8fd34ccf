import { Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../../language/dates.ts';
import { useWords } from '../../language/words.ts';
import { useCase } from './case-context.ts';

/** What will happen by itself, and when. */
export function Timers() {
  const { t } = useTranslation('case');
  const words = useWords();
  const dates = useDates();
  return useCase().view.timers.map(({ timer, dueAt, leadsTo }) => (
    <Text key={timer} mt="md" size="sm">
      <IconClock size={18} aria-hidden style={{ verticalAlign: '-0.15em' }} />{' '}
      {t(leadsTo.length > 0 ? 'timer.leads' : 'timer.due', {
        day: dates.day(dueAt),
        when: dates.fromNow(dueAt),
        step: leadsTo.map(({ label }) => words(label)).join(', '),
      })}
    </Text>
  ));
}
