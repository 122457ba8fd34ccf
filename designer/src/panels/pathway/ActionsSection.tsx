import { Stack, Text } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { useState } from 'react';
import { usesOfAction } from '../../commands/uses/uses-of-action.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { newActionName } from '../../editor/new-name.ts';
import { actionChoices } from '../choices.ts';
import { AddNamed } from '../fields/AddNamed.tsx';
import { CommandButton } from '../fields/CommandButton.tsx';
import { FoldList } from '../fields/FoldList.tsx';
import { UsedBy } from '../fields/UsedBy.tsx';
import { ROLE_WORDS } from '../named-words.ts';
import { ActionFields } from './ActionFields.tsx';
import { PATHWAY } from './words.ts';

/** What people can do along the pathway. */
export function ActionsSection() {
  const { document, words, language, run } = useEditor();
  const [opened, setOpened] = useState<string>();
  const add = (label: Words) => {
    const action = newActionName(document, label.it);
    const result = run('add-action', { action, is: { label, roles: ['case-manager'] } });
    if (result.ok) setOpened(action);
    return result;
  };
  const items = actionChoices(document, language).map(({ value, label }) => ({
    id: value,
    label,
    detail: document.actions[value]?.roles.map((role) => words(ROLE_WORDS[role])).join(', '),
  }));
  return (
    <Stack gap="sm">
      <Text size="sm">{words(PATHWAY.actionsHelp)}</Text>
      <AddNamed label={words(PATHWAY.addAction)} name={words(PATHWAY.newAction)} onAdd={add} />
      <FoldList
        label={words(PATHWAY.sections.actions)}
        items={items}
        opened={opened}
        onOpen={setOpened}
        empty={words(PATHWAY.empty)}
      >
        {(action) => <ActionDetails key={action} action={action} />}
      </FoldList>
    </Stack>
  );
}

function ActionDetails({ action }: { readonly action: string }) {
  const { document, words } = useEditor();
  return (
    <>
      <ActionFields action={action} />
      <UsedBy uses={usesOfAction(document, action)} />
      <CommandButton command="remove-action" parameters={{ action }} c="red">
        {words(PATHWAY.removeAction)}
      </CommandButton>
    </>
  );
}
