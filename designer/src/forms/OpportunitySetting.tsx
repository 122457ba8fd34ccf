import { NativeSelect } from '@mantine/core';
import { useEditor } from '../editor/editor-context.ts';
import type { SettingProps } from './ChoicesSetting.tsx';
import { WORDS } from './words.ts';

/** Of which kind of opportunity the editions are. */
export function OpportunitySetting({ field, onChange }: SettingProps) {
  const { words, installation, isReadOnly } = useEditor();
  const { opportunity, ...bare } = field;
  const kinds = installation.opportunityKinds.map(({ id, label }) => ({
    value: id,
    label: words(label),
  }));
  const isUnknown = opportunity !== undefined && !kinds.some(({ value }) => value === opportunity);
  return (
    <NativeSelect
      size="sm"
      label={words(WORDS.opportunity)}
      value={opportunity ?? ''}
      disabled={isReadOnly}
      data={[
        { value: '', label: words(WORDS.anyOpportunity) },
        ...kinds,
        ...(isUnknown ? [{ value: opportunity, label: opportunity }] : []),
      ]}
      onChange={({ currentTarget: { value } }) =>
        onChange(value === '' ? bare : { ...field, opportunity: value })
      }
    />
  );
}
