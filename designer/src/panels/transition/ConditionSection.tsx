import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import type { TransitionPlace } from '../../commands/edit/transitions.ts';
import { findTransition } from '../../commands/transitions/place.ts';
import { usesOfRule } from '../../commands/uses/uses-of-rule.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { RuleEditor } from '../../rules/RuleEditor.tsx';
import { ruleChoices } from '../choices.ts';
import { BothLanguages } from '../fields/BothLanguages.tsx';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { Section } from '../fields/Section.tsx';
import { UsedBy } from '../fields/UsedBy.tsx';
import { ruleWords } from '../sentences.ts';
import { TRANSITION } from './words.ts';

/** Under which condition a transition is taken: one of the pathway's, or none. */
export function ConditionSection({ place }: { readonly place: TransitionPlace }) {
  const { document, words, language, run, isReadOnly } = useEditor();
  const [opened, setOpened] = useState<{ readonly rule: string | undefined }>();
  const found = findTransition(document, place);
  const guard = 'code' in found ? undefined : found.guard;
  const others = guard === undefined ? [] : usesOfRule(document, guard);
  return (
    <Section title={words(TRANSITION.condition)}>
      <SearchSelect
        aria-label={words(TRANSITION.which)}
        placeholder={words(TRANSITION.always)}
        clearable
        value={guard ?? null}
        onChange={(rule) => run('set-guard', { transition: place, guard: rule })}
        data={ruleChoices(document, language)}
      />
      {guard !== undefined && (
        <Stack gap="xs">
          <BothLanguages words={ruleWords(document, guard)} />
          {others.length > 1 && <UsedBy label={words(TRANSITION.alsoUsed)} uses={others} />}
        </Stack>
      )}
      <Group gap="xs">
        {guard !== undefined && (
          <Button variant="default" size="sm" onClick={() => setOpened({ rule: guard })}>
            {words(TRANSITION.editRule)}
          </Button>
        )}
        {!isReadOnly && (
          <Button variant="default" size="sm" onClick={() => setOpened({ rule: undefined })}>
            {words(TRANSITION.newRule)}
          </Button>
        )}
      </Group>
      {opened && (
        <RuleEditor rule={opened.rule} context={place} onDone={() => setOpened(undefined)} />
      )}
    </Section>
  );
}
