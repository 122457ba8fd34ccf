import { ActionIcon, Button, Group, Menu, Text } from '@mantine/core';
import { IconMail, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { EffectsPlace } from '../../commands/effects/effects-place.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { Rows } from '../fields/Row.tsx';
import { Section } from '../fields/Section.tsx';
import { WORDS } from '../words.ts';
import { EffectForm } from './EffectForm.tsx';
import {
  type EffectRow,
  effectRows,
  effectsOf,
  formAt,
  rowWords,
  withAdded,
  withoutRow,
  withRow,
} from './effect-rows.ts';
import classes from './effects.module.css';
import { EFFECTS } from './words.ts';

interface Props {
  readonly on: EffectsPlace;
  readonly title: string;
}

type Adding = 'record' | 'message' | undefined;

/** What is recorded and what is sent at one place of the pathway. */
export function Effects({ on, title }: Props) {
  const { document, words, runAll, isReadOnly } = useEditor();
  const [adding, setAdding] = useState<Adding>();
  const rows = effectRows(effectsOf(document, on));
  return (
    <Section
      title={title}
      action={!adding && !isReadOnly && <AddMenu title={title} onAdd={setAdding} />}
    >
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {words(EFFECTS.nothing)}
        </Text>
      )}
      <Rows label={title}>
        {rows.map((row) => (
          <EffectLine key={`${row.at} ${'fact' in row ? row.fact : ''}`} on={on} row={row} />
        ))}
      </Rows>
      {adding && (
        <EffectForm
          kind={adding}
          form={formAt(document, on)}
          onCancel={() => setAdding(undefined)}
          onDone={(effect) => {
            const step = withAdded(on, effectsOf(document, on), effect);
            if (runAll([step]).ok) setAdding(undefined);
          }}
        />
      )}
    </Section>
  );
}

interface AddMenuProps {
  readonly title: string;
  readonly onAdd: (kind: Adding) => void;
}

function AddMenu({ title, onAdd }: AddMenuProps) {
  const { words } = useEditor();
  return (
    <Menu transitionProps={{ duration: 0 }} position="bottom-end">
      <Menu.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          aria-label={`${words(WORDS.add)}: ${title}`}
        >
          {words(WORDS.add)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onAdd('record')}>{words(EFFECTS.addRecord)}</Menu.Item>
        <Menu.Item onClick={() => onAdd('message')}>{words(EFFECTS.addMessage)}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface EffectLineProps {
  readonly on: EffectsPlace;
  readonly row: EffectRow;
}

function EffectLine({ on, row }: EffectLineProps) {
  const { document, words, runAll, isReadOnly } = useEditor();
  const [isEditing, setEditing] = useState(false);
  const form = formAt(document, on);
  const effects = effectsOf(document, on);
  const text = words(rowWords(document, form, row));
  if (isEditing) {
    return (
      <li>
        <EffectForm
          kind={'fact' in row ? 'record' : 'message'}
          row={row}
          form={form}
          onCancel={() => setEditing(false)}
          onDone={(effect) => {
            if (runAll(withRow(on, effects, row, effect)).ok) setEditing(false);
          }}
        />
      </li>
    );
  }
  return (
    <li className={classes.line}>
      {'fact' in row ? <IconPencil size={18} aria-hidden /> : <IconMail size={18} aria-hidden />}
      <span className={classes.text}>{text}</span>
      {!isReadOnly && (
        <Group gap={0} wrap="nowrap">
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={`${words(WORDS.edit)}: ${text}`}
            onClick={() => setEditing(true)}
          >
            {words(WORDS.edit)}
          </Button>
          <ActionIcon
            variant="subtle"
            color="gray.8"
            aria-label={`${words(WORDS.remove)}: ${text}`}
            onClick={() => runAll([withoutRow(on, effects, row)])}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </li>
  );
}
