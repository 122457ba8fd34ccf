import { TextInput } from '@mantine/core';
import { usesOfRule } from '../commands/uses/uses-of-rule.ts';
import { useEditor } from '../editor/editor-context.ts';
import type { Selection } from '../editor/selection.ts';
import { CommandButton } from '../panels/fields/CommandButton.tsx';
import { RuleUses } from './RuleUses.tsx';
import classes from './rules.module.css';
import type { RuleDraft } from './useRuleDraft.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly opened: string | undefined;
  readonly draft: RuleDraft;
  readonly onSelect: (selection: Selection) => void;
  readonly onRemoved: () => void;
}

/** What a condition is called for short, and where it is used. */
export function RuleDetails({ opened, draft, onSelect, onRemoved }: Props) {
  const { document, words, isReadOnly } = useEditor();
  const count = opened === undefined ? 0 : usesOfRule(document, opened).length;
  return (
    <section aria-label={words(WORDS.shortName)} className={classes.details}>
      <TextInput
        size="sm"
        label={words(WORDS.shortName)}
        description={words(WORDS.shortNameHelp)}
        inputWrapperOrder={['label', 'input', 'description']}
        maxLength={48}
        readOnly={isReadOnly}
        value={draft.shortName}
        onChange={({ currentTarget }) => draft.setShortName(currentTarget.value)}
      />
      {opened !== undefined && (
        <div>
          <h3 className={classes.heading}>
            {words(WORDS.usedIn)} {count} {words(count === 1 ? WORDS.place : WORDS.places)}
          </h3>
          <RuleUses rule={opened} onSelect={onSelect} />
        </div>
      )}
      {opened !== undefined && (
        <CommandButton
          command="remove-rule"
          parameters={{ rule: opened }}
          variant="subtle"
          color="red"
          onDone={onRemoved}
        >
          {words(WORDS.removeRule)}
        </CommandButton>
      )}
    </section>
  );
}
