import { useEditor } from '../editor/editor-context.ts';
import { SearchSelect } from '../panels/fields/SearchSelect.tsx';
import { useBuilder } from './builder-context.ts';
import type { DraftReference } from './draft.ts';
import { withPart } from './draft-edits.ts';
import { ruleSentence } from './rule-sentence.ts';
import classes from './rules.module.css';
import { WORDS } from './words.ts';

/** A condition that has been written before, by its sentence. */
export function ReferenceRow({ reference }: { readonly reference: DraftReference }) {
  const { edit, rules } = useBuilder();
  const { document, language, words } = useEditor();
  const isElsewhere = reference.rule !== '' && !rules.includes(reference.rule);
  const choices = isElsewhere ? [reference.rule, ...rules] : rules;
  return (
    <div className={classes.condition}>
      <SearchSelect
        className={classes.reference}
        aria-label={words(WORDS.named)}
        placeholder={words(WORDS.chooseRule)}
        data-control="first"
        value={reference.rule || null}
        data={choices.map((rule) => ({
          value: rule,
          label: ruleSentence(document, rule, language),
        }))}
        onChange={(rule) =>
          rule && edit((whole) => withPart(whole, reference.id, (part) => ({ ...part, rule })))
        }
      />
    </div>
  );
}
