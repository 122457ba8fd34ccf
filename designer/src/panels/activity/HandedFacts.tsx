import { List, Text } from '@mantine/core';
import type { Field } from '@percorso/engine';
import { useState } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { factChoices } from '../choices.ts';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { Section } from '../fields/Section.tsx';
import { valueWords } from '../value-words.ts';
import { factLabel } from './activity-words.ts';
import { mayHand, withHanded } from './handed.ts';
import type { PartProps } from './part.ts';
import { ACTIVITY } from './words.ts';

/** What the sub-pathway is told at its beginning: for each of its facts, one of this case's. */
export function HandedFacts(props: PartProps) {
  const { document, installation, words, isReadOnly } = useEditor();
  const [asked, setAsked] = useState<readonly string[]>([]);
  const { data, pathway } = props.input;
  const facts = installation.pathways.find(({ id }) => id === pathway)?.facts ?? {};
  const isShown = (name: string) => Object.hasOwn(data ?? {}, name) || asked.includes(name);
  const own = Object.values(document.data.properties);
  const others = Object.entries(facts).filter(
    ([name, field]) => !isShown(name) && own.some((one) => mayHand(one, field)),
  );
  return (
    <Section title={words(ACTIVITY.handed)}>
      {Object.keys(facts).length === 0 && <HandedNow {...props} />}
      {Object.entries(facts).map(
        ([name, field]) =>
          isShown(name) && <HandedFact key={name} {...props} name={name} field={field} />,
      )}
      {others.length > 0 && !isReadOnly && (
        <SearchSelect
          aria-label={words(ACTIVITY.handMore)}
          placeholder={words(ACTIVITY.handMore)}
          value={null}
          onChange={(name) => name !== null && setAsked([...asked, name])}
          data={others.map(([value, { label }]) => ({ value, label: words(label) }))}
        />
      )}
    </Section>
  );
}

interface HandedFactProps extends PartProps {
  /** Of the sub-pathway's fact. */
  readonly name: string;
  readonly field: Field;
}

function HandedFact({ input, onChange, name, field }: HandedFactProps) {
  const { document, words, language } = useEditor();
  const handed = input.data?.[name];
  const isFact = typeof handed === 'object' && 'fact' in handed;
  const literal = handed === undefined || isFact ? undefined : handed;
  const placeholder =
    literal === undefined ? words(ACTIVITY.notHanded) : valueWords(field, literal, language);
  return (
    <SearchSelect
      label={words(field.label)}
      placeholder={placeholder}
      clearable
      value={isFact ? handed.fact.replace(/^case\./, '') : null}
      onChange={(fact) => onChange(withHanded(input, name, fact))}
      data={factChoices(document, language, (own) => mayHand(own, field))}
    />
  );
}

/** What is handed on to a pathway of which nothing is known here. */
function HandedNow({ input }: PartProps) {
  const { document, words, language } = useEditor();
  const handed = Object.entries(input.data ?? {});
  if (handed.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words(ACTIVITY.nothingHanded)}
      </Text>
    );
  }
  return (
    <List size="sm">
      {handed.map(([name, value]) => (
        <List.Item key={name}>
          {typeof value === 'object' && 'fact' in value
            ? words(factLabel(document, value.fact))
            : valueWords(undefined, value, language)}
        </List.Item>
      ))}
    </List>
  );
}
