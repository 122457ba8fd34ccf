import { Text } from '@mantine/core';
import type { Use } from '../../commands/uses/use.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { stepsSelected } from '../../editor/selection.ts';
import { WORDS } from '../words.ts';
import classes from './fields.module.css';
import { UseList } from './UseList.tsx';

interface Props {
  readonly uses: readonly Use[];
  readonly label?: string;
}

/** Where something is used; what is at a step leads there. */
export function UsedBy({ uses, label }: Props) {
  const { words, select } = useEditor();
  if (uses.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words(WORDS.unused)}
      </Text>
    );
  }
  const found = new Map(uses.map((use) => [words(use.where), use]));
  const places = [...found].map(([text, { step }]) => ({
    key: text,
    text,
    onGo: step === undefined ? undefined : () => select(stepsSelected(step)),
  }));
  return (
    <div className={classes.usedBy}>
      <span>{label ?? words(WORDS.usedBy)}:</span>
      <UseList places={places} />
    </div>
  );
}
