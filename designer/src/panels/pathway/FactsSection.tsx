import { Stack, Text } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { useState } from 'react';
import { usesOfFact } from '../../commands/uses/uses-of-fact.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { newFieldName } from '../../editor/new-name.ts';
import { KIND_WORDS, kindOf, newField } from '../../forms/field-kinds.ts';
import { AddNamed } from '../fields/AddNamed.tsx';
import { FoldList } from '../fields/FoldList.tsx';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { moved } from '../fields/ordered.ts';
import { FactDetails } from './FactDetails.tsx';
import { PATHWAY } from './words.ts';

/** What is known of a case, and read by its conditions. */
export function FactsSection() {
  const { document, words, run } = useEditor();
  const [opened, setOpened] = useState<string>();
  const { properties } = document.data;
  const names = Object.keys(properties);
  const add = (label: Words) => {
    const fact = newFieldName(properties, label.it);
    const is = { ...newField('yes-no', undefined), label };
    const result = run('add-fact', { of: 'case', fact, is });
    if (result.ok) setOpened(fact);
    return result;
  };
  const items = Object.entries(properties).map(([id, field], index) => ({
    id,
    label: words(field.label),
    detail: factDetail(id, words(KIND_WORDS[kindOf(field)].label)),
    aside: (
      <OrderButtons
        of={words(field.label)}
        index={index}
        count={names.length}
        onMove={(to) => run('order-facts', { of: 'case', order: moved(names, index, to) })}
      />
    ),
  }));
  function factDetail(fact: string, kind: string) {
    const isUsed = usesOfFact(document, `case.${fact}`).length > 0;
    return isUsed ? kind : `${kind} · ${words(PATHWAY.factUnused)}`;
  }
  const supplied = Object.values(document.participant.properties).map(({ label }) => words(label));
  return (
    <Stack gap="sm">
      <Text size="sm">{words(PATHWAY.factsHelp)}</Text>
      <AddNamed label={words(PATHWAY.addFact)} name={words(PATHWAY.newFact)} onAdd={add} />
      <FoldList
        label={words(PATHWAY.sections.facts)}
        items={items}
        opened={opened}
        onOpen={setOpened}
        empty={words(PATHWAY.empty)}
      >
        {(fact) => <FactDetails key={fact} fact={fact} />}
      </FoldList>
      {supplied.length > 0 && (
        <Text size="sm">
          {words(PATHWAY.supplied)}: {supplied.join(', ')}.
        </Text>
      )}
    </Stack>
  );
}
