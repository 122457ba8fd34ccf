import { NativeSelect, Stack } from '@mantine/core';
import { useEditor } from '../../editor/editor-context.ts';
import { actionChoices } from '../choices.ts';
import { LanguagePairInput } from '../fields/LanguagePairInput.tsx';
import { RoleChecks } from '../fields/RoleChecks.tsx';
import { SearchSelect } from '../fields/SearchSelect.tsx';
import { EMPHASIS_WORDS } from '../named-words.ts';
import { type CauseDraft, NEW_ACTION } from './cause-draft.ts';
import { CONNECT } from './words.ts';

interface Props {
  readonly value: CauseDraft;
  readonly onChange: (draft: CauseDraft) => void;
}

/** An action that there is, or a new one with its words and who may take it. */
export function ActionChoice({ value, onChange }: Props) {
  const { document, words, language } = useEditor();
  const isNew = value.action === NEW_ACTION;
  return (
    <Stack gap="sm">
      <SearchSelect
        label={words(CONNECT.action)}
        placeholder={words(CONNECT.actionToChoose)}
        value={value.action}
        onChange={(action) => onChange({ ...value, action })}
        data={[
          { value: NEW_ACTION, label: words(CONNECT.newAction) },
          ...actionChoices(document, language),
        ]}
      />
      {isNew && (
        <>
          <LanguagePairInput
            label={words(CONNECT.actionName)}
            description={words(CONNECT.actionNameHelp)}
            value={value.label}
            onChange={(label) => onChange({ ...value, label })}
            isRequired
          />
          <RoleChecks
            label={words(CONNECT.roles)}
            value={value.roles}
            onChange={(roles) => onChange({ ...value, roles })}
          />
          <EmphasisSelect
            value={value.emphasis}
            onChange={(emphasis) => onChange({ ...value, emphasis })}
          />
        </>
      )}
    </Stack>
  );
}

interface EmphasisProps {
  readonly value: CauseDraft['emphasis'];
  readonly onChange: (emphasis: CauseDraft['emphasis']) => void;
}

/** How prominently an action is offered. */
export function EmphasisSelect({ value, onChange }: EmphasisProps) {
  const { words, isReadOnly } = useEditor();
  return (
    <NativeSelect
      size="sm"
      label={words(CONNECT.emphasis)}
      value={value ?? 'normal'}
      disabled={isReadOnly}
      onChange={(event) => {
        const chosen = event.currentTarget.value as keyof typeof EMPHASIS_WORDS;
        onChange(chosen === 'normal' ? undefined : chosen);
      }}
      data={Object.entries(EMPHASIS_WORDS).map(([name, label]) => ({
        value: name,
        label: words(label),
      }))}
    />
  );
}
