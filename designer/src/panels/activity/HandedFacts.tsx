import { List, Text } from '@mantine/core';
import type { FactValue } from '@percorso/engine';
import { useEditor } from '../../editor/editor-context.ts';
import { Section } from '../fields/Section.tsx';
import { valueWords } from '../value-words.ts';
import { factLabel } from './activity-words.ts';
import type { PartProps } from './part.ts';
import { ACTIVITY } from './words.ts';

/** What the sub-pathway is told at its beginning. */
export function HandedFacts({ input }: PartProps) {
  const { document, words, language } = useEditor();
  const handed = Object.entries(input.data ?? {});
  const say = (value: { readonly fact: string } | FactValue) =>
    typeof value === 'object' && 'fact' in value
      ? words(factLabel(document, value.fact))
      : valueWords(undefined, value, language);
  return (
    <Section title={words(ACTIVITY.handed)}>
      {handed.length === 0 && (
        <Text size="sm" c="dimmed">
          {words(ACTIVITY.nothingHanded)}
        </Text>
      )}
      <List size="sm">
        {handed.map(([name, value]) => (
          <List.Item key={name}>{say(value)}</List.Item>
        ))}
      </List>
    </Section>
  );
}
