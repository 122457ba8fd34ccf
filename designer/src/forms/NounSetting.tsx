import { Button } from '@mantine/core';
import { useEditor } from '../editor/editor-context.ts';
import { WordsField } from '../panels/fields/WordsField.tsx';
import type { SettingProps } from './ChoicesSetting.tsx';
import classes from './forms.module.css';
import { proposedNoun } from './noun.ts';
import { WORDS } from './words.ts';

/** How the field is called within a sentence, with its article; one is proposed. */
export function NounSetting({ field, onChange }: SettingProps) {
  const { words, isReadOnly } = useEditor();
  const { noun, ...bare } = field;
  const proposed = proposedNoun(field.label);
  return (
    <div className={classes.choices}>
      <WordsField
        label={words(WORDS.noun)}
        description={words(WORDS.nounHelp)}
        value={noun}
        onCommit={(next) => onChange({ ...field, noun: next })}
        onClear={() => onChange(bare)}
      />
      {!noun && !isReadOnly && (
        <div>
          <Button
            size="compact-sm"
            variant="light"
            onClick={() => onChange({ ...field, noun: proposed })}
          >
            {words(WORDS.proposed)} «{proposed.it}» / “{proposed.en}”
          </Button>
        </div>
      )}
    </div>
  );
}
