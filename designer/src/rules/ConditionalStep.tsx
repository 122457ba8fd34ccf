import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { useState } from 'react';
import { nextOf } from '../commands/edit/targets.ts';
import type { Step } from '../editor/edit-history.ts';
import { useEditor } from '../editor/editor-context.ts';
import { CommandButton } from '../panels/fields/CommandButton.tsx';
import { SearchSelect } from '../panels/fields/SearchSelect.tsx';
import { StepSelect } from '../panels/fields/StepSelect.tsx';
import { factChoices, ruleChoices } from './fact-choices.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { ruleSentence } from './rule-sentence.ts';
import { WORDS } from './words.ts';

/** Lets a step be done on a condition only; whoever doesn't meet it goes on elsewhere. */
export function ConditionalStep({ step }: { readonly step: string }) {
  const { words, isReadOnly } = useEditor();
  const [isOpen, setOpen] = useState(false);
  if (isReadOnly) return null;
  return (
    <>
      <Button
        size="sm"
        variant="default"
        leftSection={<IconFilter size={16} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {words(WORDS.conditional)}
      </Button>
      {isOpen && <ConditionalDialog step={step} onDone={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  readonly step: string;
  readonly onDone: () => void;
}

function ConditionalDialog({ step, onDone }: DialogProps) {
  const { document, language, words } = useEditor();
  const [rule, setRule] = useState<string>();
  const [otherwise, setOtherwise] = useState(() => onlyOne(nextOf(document, step)));
  const [isNew, setNew] = useState(false);
  const making = (name: string): Step => ({
    name: 'make-conditional',
    parameters: { step, rule: name, ...(otherwise !== undefined && { otherwise }) },
  });
  if (isNew) return <RuleEditor rule={undefined} also={(name) => [making(name)]} onDone={onDone} />;
  return (
    <Modal
      opened
      onClose={onDone}
      title={words(WORDS.conditional)}
      closeButtonProps={{ 'aria-label': words(WORDS.close) }}
      transitionProps={{ duration: 0 }}
    >
      <Stack>
        <Text>{words(WORDS.conditionalHelp)}</Text>
        <StepSelect
          label={words(WORDS.otherwise)}
          value={otherwise ?? null}
          isChoice={(one) => one !== step}
          onChange={(chosen) => setOtherwise(chosen ?? undefined)}
        />
        <SearchSelect
          label={words(WORDS.rule)}
          placeholder={words(WORDS.chooseRule)}
          value={rule ?? null}
          onChange={(chosen) => setRule(chosen ?? undefined)}
          data={ruleChoices(document, undefined, factChoices(document, [])).map((value) => ({
            value,
            label: ruleSentence(document, value, language),
          }))}
        />
        <Group justify="flex-end" align="flex-start">
          <Button
            size="sm"
            variant="default"
            disabled={otherwise === undefined}
            onClick={() => setNew(true)}
          >
            {words(WORDS.writeNew)}
          </Button>
          {rule !== undefined && (
            <CommandButton
              command="make-conditional"
              parameters={{ step, rule, ...(otherwise !== undefined && { otherwise }) }}
              variant="filled"
              onDone={onDone}
            >
              {words(WORDS.useRule)}
            </CommandButton>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function onlyOne(steps: readonly string[]): string | undefined {
  return steps.length === 1 ? steps[0] : undefined;
}
