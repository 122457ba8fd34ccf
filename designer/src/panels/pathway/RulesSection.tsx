import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { usesOfRule } from '../../commands/uses/uses-of-rule.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { RuleEditor } from '../../rules/RuleEditor.tsx';
import { ruleChoices } from '../choices.ts';
import { AddButton } from '../fields/AddButton.tsx';
import { BothLanguages } from '../fields/BothLanguages.tsx';
import { CommandButton } from '../fields/CommandButton.tsx';
import { FoldList } from '../fields/FoldList.tsx';
import { UsedBy } from '../fields/UsedBy.tsx';
import { ruleWords } from '../sentences.ts';
import { TRANSITION } from '../transition/words.ts';
import { PATHWAY } from './words.ts';

/** The pathway's conditions, by their sentences. */
export function RulesSection() {
  const { document, words, language } = useEditor();
  const [opened, setOpened] = useState<string>();
  const [edited, setEdited] = useState<{ readonly rule: string | undefined }>();
  const usedTimes = (count: number) => {
    if (count === 0) return words(PATHWAY.notUsed);
    if (count === 1) return words(PATHWAY.oneUse);
    return `${words(PATHWAY.used)} ${count} ${words(PATHWAY.times)}`;
  };
  const items = ruleChoices(document, language).map(({ value, label }) => {
    return { id: value, label, detail: usedTimes(usesOfRule(document, value).length) };
  });
  return (
    <Stack gap="sm">
      <Text size="sm">{words(PATHWAY.rulesHelp)}</Text>
      <AddButton label={words(PATHWAY.addRule)} onClick={() => setEdited({ rule: undefined })} />
      <FoldList
        label={words(PATHWAY.sections.rules)}
        items={items}
        opened={opened}
        onOpen={setOpened}
        empty={words(PATHWAY.empty)}
      >
        {(rule) => <RuleDetails rule={rule} onEdit={() => setEdited({ rule })} />}
      </FoldList>
      {edited && <RuleEditor rule={edited.rule} onDone={() => setEdited(undefined)} />}
    </Stack>
  );
}

interface RuleDetailsProps {
  readonly rule: string;
  readonly onEdit: () => void;
}

function RuleDetails({ rule, onEdit }: RuleDetailsProps) {
  const { document, words } = useEditor();
  return (
    <>
      <BothLanguages words={ruleWords(document, rule)} />
      <UsedBy uses={usesOfRule(document, rule)} />
      <Button size="sm" variant="default" onClick={onEdit}>
        {words(TRANSITION.editRule)}
      </Button>
      <CommandButton command="remove-rule" parameters={{ rule }} c="red">
        {words(PATHWAY.removeRule)}
      </CommandButton>
    </>
  );
}
