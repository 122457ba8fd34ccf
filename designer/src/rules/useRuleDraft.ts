import type { PathwayDocument, Rule } from '@percorso/engine';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { own } from '../commands/edit/records.ts';
import { useEditor } from '../editor/editor-context.ts';
import { type Draft, draftOf, newCondition, partialRule, ruleOf } from './draft.ts';
import { judged } from './judge-rule.ts';
import { type RulePlace, savingOf, shortNameOf } from './save-rule.ts';

/** A rule while it is edited: nothing of it is in the document until it is saved. */
export function useRuleDraft(place: RulePlace, opening: string | undefined) {
  const { document, language } = useEditor();
  const [opened] = useState(() => ({
    draft: openedDraft(document, opening),
    shortName: shortNameOf(opening),
  }));
  const [draft, setDraft] = useState(opened.draft);
  const [shortName, setShortName] = useState(opened.shortName);
  const rule = useMemo(() => ruleOf(draft), [draft]);
  const saving = useMemo(
    () => rule && savingOf(document, place, rule, shortName),
    [document, place, rule, shortName],
  );
  const slow = useDeferredValue(saving);
  const verdict = useMemo(() => slow && judged(document, slow), [document, slow]);
  return {
    draft,
    change: useCallback((edit: (before: Draft) => Draft) => setDraft(edit), []),
    shortName,
    setShortName,
    rule,
    saidRule: useMemo(() => partialRule(draft), [draft]),
    saving,
    refusal: verdict?.refusal?.words[language],
    warnings: verdict?.warnings.map((words) => words[language]) ?? [],
    isChanged: draft !== opened.draft || shortName !== opened.shortName || place.rule !== opening,
  };
}

export type RuleDraft = ReturnType<typeof useRuleDraft>;

function openedDraft(document: PathwayDocument, rule: string | undefined): Draft {
  const is: Rule | undefined = own(document.rules, rule);
  return is ? draftOf(is) : newCondition();
}
