import { Stack, Text } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { useState } from 'react';
import { usesOfStage } from '../../commands/uses/uses-of-stage.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { newStageName } from '../../editor/new-name.ts';
import { ELEMENT } from '../element/words.ts';
import { AddNamed } from '../fields/AddNamed.tsx';
import { ColourPicker } from '../fields/ColourPicker.tsx';
import { CommandButton } from '../fields/CommandButton.tsx';
import { FoldList } from '../fields/FoldList.tsx';
import { OrderButtons } from '../fields/OrderButtons.tsx';
import { moved } from '../fields/ordered.ts';
import { Swatch } from '../fields/Swatch.tsx';
import { UsedBy } from '../fields/UsedBy.tsx';
import { WordsField } from '../fields/WordsField.tsx';
import { freshColour } from '../stage-colours.ts';
import { PATHWAY } from './words.ts';

/** The stages in their usual order, each with its colour. */
export function StagesSection() {
  const { document, words, run } = useEditor();
  const [opened, setOpened] = useState<string>();
  const { stages } = document;
  const ids = stages.map(({ id }) => id);
  const add = (label: Words) => {
    const id = newStageName(document, label.it);
    const result = run('add-stage', { stage: { id, label, colour: freshColour(document) } });
    if (result.ok) setOpened(id);
    return result;
  };
  const items = stages.map(({ id, label, colour }, index) => {
    const count = usesOfStage(document, id).length;
    return {
      id,
      label: words(label),
      detail: `${count} ${words(count === 1 ? PATHWAY.oneStep : PATHWAY.steps)}`,
      icon: <Swatch colour={colour} />,
      aside: (
        <OrderButtons
          of={words(label)}
          index={index}
          count={stages.length}
          onMove={(to) => run('order-stages', { order: moved(ids, index, to) })}
        />
      ),
    };
  });
  return (
    <Stack gap="sm">
      <Text size="sm">{words(PATHWAY.stagesHelp)}</Text>
      <FoldList
        label={words(PATHWAY.sections.stages)}
        items={items}
        opened={opened}
        onOpen={setOpened}
        empty={words(PATHWAY.empty)}
      >
        {(stage) => <StageDetails key={stage} stage={stage} />}
      </FoldList>
      <AddNamed label={words(PATHWAY.addStage)} name={words(PATHWAY.newStage)} onAdd={add} />
    </Stack>
  );
}

function StageDetails({ stage }: { readonly stage: string }) {
  const { document, words, run } = useEditor();
  const found = document.stages.find(({ id }) => id === stage);
  if (!found) return null;
  return (
    <>
      <WordsField
        label={words(ELEMENT.stageName)}
        value={found.label}
        onCommit={(label) => run('change-stage', { stage, label })}
      />
      <ColourPicker
        label={words(ELEMENT.colour)}
        value={found.colour}
        onChange={(colour) => run('change-stage', { stage, colour })}
      />
      <UsedBy uses={usesOfStage(document, stage)} />
      <CommandButton command="remove-stage" parameters={{ stage }} c="red">
        {words(PATHWAY.removeStage)}
      </CommandButton>
    </>
  );
}
