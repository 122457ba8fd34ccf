import { Alert, Button, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { usesOfRule } from '../commands/uses/uses-of-rule.ts';
import { useEditor } from '../editor/editor-context.ts';
import { SearchSelect } from '../panels/fields/SearchSelect.tsx';
import { factChoices, ruleChoices } from './fact-choices.ts';
import { ruleSentence } from './rule-sentence.ts';
import { guarding, type RulePlace } from './save-rule.ts';
import { WORDS } from './words.ts';

interface ReuseProps {
  readonly place: RulePlace;
  readonly onDone: (rule?: string) => void;
}

/** Instead of building one: a condition that the pathway has already. */
export function ReuseSelect({ place: { context, also }, onDone }: ReuseProps) {
  const { document, language, words, runAll } = useEditor();
  if (!context) return null;
  const rules = ruleChoices(document, undefined, factChoices(document, [context]));
  if (rules.length === 0) return null;
  const use = (rule: string | null) => {
    if (!rule) return;
    if (runAll([guarding(context, rule), ...(also?.(rule) ?? [])]).ok) onDone(rule);
  };
  return (
    <SearchSelect
      label={words(WORDS.reuse)}
      description={words(WORDS.reuseHelp)}
      inputWrapperOrder={['label', 'input', 'description']}
      placeholder={words(WORDS.chooseRule)}
      value={null}
      onChange={use}
      data={rules.map((rule) => ({ value: rule, label: ruleSentence(document, rule, language) }))}
    />
  );
}

interface SharedProps {
  readonly rule: string;
  readonly isCopy: boolean;
  /** Whether there is a transition for which a copy would be. */
  readonly hasPlace: boolean;
  readonly onCopy: () => void;
}

/** That a change would be felt elsewhere too, and how to avoid it. */
export function SharedNotice({ rule, isCopy, hasPlace, onCopy }: SharedProps) {
  const { document, words, isReadOnly } = useEditor();
  const count = usesOfRule(document, rule).length;
  if (isCopy) return <CopyNotice />;
  if (count < 2) return null;
  return (
    <Alert color="blue" icon={<IconLink aria-hidden />} p="sm">
      <Text>
        {words(WORDS.usedIn)} {count} {words(WORDS.places)}. {words(WORDS.sharedChange)}
      </Text>
      {hasPlace && !isReadOnly && (
        <Button mt="xs" size="compact-sm" variant="white" onClick={onCopy}>
          {words(WORDS.makeCopy)}
        </Button>
      )}
    </Alert>
  );
}

/** The button that made the copy is gone: whoever pressed it goes on from here. */
function CopyNotice() {
  const { words } = useEditor();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <Alert ref={notice} tabIndex={-1} role="status" color="blue" p="sm">
      {words(WORDS.copyMade)}
    </Alert>
  );
}
