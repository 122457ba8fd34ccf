import { Anchor, Text } from '@mantine/core';

import { useEditor } from '../editor/editor-context.ts';
import type { Selection } from '../editor/selection.ts';
import { usesWithPlaces } from './rule-uses.ts';
import classes from './rules.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly rule: string;
  readonly onSelect: (selection: Selection) => void;
}

/** Where a named rule is used; a place on the drawing can be gone to. */
export function RuleUses({ rule, onSelect }: Props) {
  const { document, words } = useEditor();
  const uses = usesWithPlaces(document, rule);
  if (uses.length === 0) return <Text c="dimmed">{words(WORDS.unused)}</Text>;
  return (
    <ul className={classes.uses}>
      {uses.map(({ use, label, selection }) => (
        <li key={use.path}>
          {selection ? (
            <Anchor component="button" type="button" onClick={() => onSelect(selection)}>
              {words(label)}
            </Anchor>
          ) : (
            words(label)
          )}
        </li>
      ))}
    </ul>
  );
}
