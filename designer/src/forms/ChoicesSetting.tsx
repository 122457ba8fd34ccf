import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { Field, Option, Words } from '@percorso/engine';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { CommandResult } from '../commands/command.ts';
import { useEditor } from '../editor/editor-context.ts';
import { OrderButtons } from '../panels/fields/OrderButtons.tsx';
import { moved } from '../panels/fields/ordered.ts';
import { WordsField } from '../panels/fields/WordsField.tsx';
import { choicesOf, labelled, newChoice, withChoices, withFittingDefault } from './form-steps.ts';
import classes from './forms.module.css';
import { useIdentities } from './useIdentities.ts';
import { WORDS } from './words.ts';

export interface SettingProps {
  readonly field: Field;
  readonly onChange: (is: Field) => CommandResult;
}

/** What there is to choose from, in its order. */
export function ChoicesSetting({ field, onChange }: SettingProps) {
  const { words, installation, isReadOnly } = useEditor();
  const identityOf = useIdentities();
  const choices = choicesOf(field);
  if (choices.length === 0) return null;
  const put = (next: readonly Option[]) => onChange(withFittingDefault(withChoices(field, next)));
  const relabel = (index: number, label: Words) => {
    const next = labelled(choices, index, label, installation.organisations);
    const result = put(next);
    if (result.ok) identityOf.pass(choices[index]!.const, next[index]!.const);
    return result;
  };
  return (
    <fieldset className={classes.choices}>
      <legend className={classes.subheading}>{words(WORDS.choices)}</legend>
      <ol className={classes.choiceList}>
        {choices.map((choice, index) => (
          <ChoiceRow
            key={identityOf(choice.const)}
            choice={choice}
            index={index}
            count={choices.length}
            onLabel={(label) => relabel(index, label)}
            onMove={(to) => put(moved(choices, index, to))}
            onRemove={() => put(choices.toSpliced(index, 1))}
          />
        ))}
      </ol>
      {!isReadOnly && (
        <NewChoice
          onAdd={(text) => put([...choices, newChoice(choices, text, installation.organisations)])}
        />
      )}
    </fieldset>
  );
}

interface ChoiceRowProps {
  readonly choice: Option;
  readonly index: number;
  readonly count: number;
  readonly onLabel: (label: Words) => CommandResult;
  readonly onMove: (to: number) => CommandResult;
  readonly onRemove: () => CommandResult;
}

function ChoiceRow({ choice, index, count, onLabel, onMove, onRemove }: ChoiceRowProps) {
  const { words, isReadOnly } = useEditor();
  const label = words(choice.label);
  return (
    <li className={classes.choice}>
      <WordsField
        label={`${words(WORDS.choice)} ${index + 1}`}
        value={choice.label}
        onCommit={onLabel}
      />
      <span className={classes.cardTools}>
        <OrderButtons of={label} index={index} count={count} onMove={onMove} />
        {!isReadOnly && (
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={`${words(WORDS.remove)}: ${label}`}
            title={words(WORDS.remove)}
            onClick={onRemove}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}

/** Written and entered, one after the other. */
function NewChoice({ onAdd }: { readonly onAdd: (text: string) => CommandResult }) {
  const { words } = useEditor();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() === '') return;
    if (onAdd(text.trim()).ok) setText('');
  };
  return (
    <div className={classes.newChoice}>
      <TextInput
        ref={input}
        size="sm"
        label={words(WORDS.newChoice)}
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button
        size="sm"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => {
          add();
          input.current?.focus();
        }}
      >
        {words(WORDS.addChoice)}
      </Button>
    </div>
  );
}
