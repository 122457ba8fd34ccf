import { useEditor } from '../editor/editor-context.ts';
import { type Draft, isGroup } from './draft.ts';
import { ruleSentence } from './rule-sentence.ts';
import { useFactField } from './useFactField.ts';
import { WORDS } from './words.ts';

/** What a part is called for who doesn't see where its controls stand. */
export function usePartName(): (part: Draft) => string {
  const { document, language, words } = useEditor();
  const fieldOf = useFactField();
  return (part) => {
    if (isGroup(part)) return `${words(WORDS.group)}: ${words(WORDS.kinds[part.kind])}`;
    if (part.kind === 'rule') {
      return part.rule ? ruleSentence(document, part.rule, language) : words(WORDS.named);
    }
    const field = fieldOf(part.fact);
    return field ? words(field.label) : words(WORDS.condition);
  };
}
