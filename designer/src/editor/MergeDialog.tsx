import { Button, Group, Modal, Radio, Stack, Text, Title } from '@mantine/core';
import type { Language, Words } from '@percorso/engine';
import { useState } from 'react';
import { withColleague } from '../merge/conflict-words.ts';
import type { MergeConflict, MergeSide } from '../merge/merge-conflict.ts';
import type { MergeChoice } from '../merge/merge-documents.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly conflicts: readonly MergeConflict[];
  /** The name of whoever saved the other changes. */
  readonly colleague: string;
  readonly language: Language;
  readonly onSettle: (choices: Readonly<Record<string, MergeChoice>>) => void;
}

/** Where two coordinators changed the same thing, one of them says which holds. */
export function MergeDialog({ conflicts, colleague, language, onSettle }: Props) {
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({});
  const say = (words: Words) => withColleague(words, colleague)[language];
  const isSettled = conflicts.every(({ id }) => choices[id] !== undefined);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      size="xl"
      title={say(WORDS.merge.title)}
    >
      <Stack>
        <Text>{say(WORDS.merge.lead)}</Text>
        {conflicts.map((conflict) => (
          <section key={conflict.id}>
            <Title order={3} size="h5">
              {say(conflict.title)}
            </Title>
            <Did label={say(WORDS.merge.mine)} side={conflict.mine} say={say} />
            <Did label={say(WORDS.merge.theirs)} side={conflict.theirs} say={say} />
            <Radio.Group
              mt="xs"
              label={say(WORDS.merge.which)}
              value={choices[conflict.id] ?? ''}
              onChange={(value) => setChoices({ ...choices, [conflict.id]: value as MergeChoice })}
            >
              <Stack gap="xs" mt="xs">
                <Radio value="mine" label={say(conflict.mine.gives)} />
                <Radio value="theirs" label={say(conflict.theirs.gives)} />
              </Stack>
            </Radio.Group>
          </section>
        ))}
        <Group justify="flex-end">
          <Button disabled={!isSettled} onClick={() => onSettle(choices)}>
            {say(WORDS.merge.settle)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface DidProps {
  readonly label: string;
  readonly side: MergeSide;
  readonly say: (words: Words) => string;
}

function Did({ label, side, say }: DidProps) {
  return (
    <div>
      <Text size="sm" fw={600} mt="xs">
        {label}
      </Text>
      <ul style={{ margin: 0 }}>
        {side.did.map((one) => (
          <li key={one.it}>{say(one)}</li>
        ))}
      </ul>
    </div>
  );
}
