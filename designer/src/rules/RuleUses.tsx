import { Text } from '@mantine/core';
import { useEditor } from '../editor/editor-context.ts';
import type { Selection } from '../editor/selection.ts';
import { UseList } from '../panels/fields/UseList.tsx';
import { usesWithPlaces } from './rule-uses.ts';
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
  const places = uses.map(({ use, label, selection }) => ({
    key: use.path,
    text: words(label),
    onGo: selection && (() => onSelect(selection)),
  }));
  return <UseList places={places} />;
}
