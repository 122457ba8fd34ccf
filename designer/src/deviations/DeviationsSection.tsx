import { Alert, Stack, Switch, Text } from '@mantine/core';
import { IconArrowRampRight } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { type Deviations, UNAVAILABLE } from '../editor/props.ts';
import classes from './deviations.module.css';
import { gatherDeviations } from './gather-deviations.ts';
import { LeftStepRow } from './LeftStepRow.tsx';
import { WORDS } from './words.ts';

/** Where youths left the arrows: the seed of the next redesign. */
export function DeviationsSection() {
  const { deviations, words } = useEditor();
  if (deviations === UNAVAILABLE) return <Alert color="gray">{words(WORDS.unavailable)}</Alert>;
  return deviations && <Known deviations={deviations} />;
}

function Known({ deviations }: { readonly deviations: Deviations }) {
  const { document, areDeviationsShown, showDeviations, words } = useEditor();
  const left = useMemo(() => gatherDeviations(deviations, document), [deviations, document]);
  const { cases } = deviations;
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {cases} {words(cases === 1 ? WORDS.person : WORDS.people)}. {words(WORDS.lead)}
      </Text>
      <Switch
        size="sm"
        label={words(WORDS.show)}
        checked={areDeviationsShown}
        onChange={(event) => showDeviations(event.currentTarget.checked)}
      />
      <p className={classes.legend}>
        <span className={classes.mark}>
          <IconArrowRampRight size={14} aria-hidden /> 3
        </span>{' '}
        {words(WORDS.legend)}
      </p>
      <ul className={classes.list} aria-label={words(WORDS.list)}>
        {left.map((one) => (
          <LeftStepRow
            key={one.step}
            left={one}
            share={one.total / left[0]!.total}
            currentVersion={deviations.currentVersion}
          />
        ))}
      </ul>
    </Stack>
  );
}
