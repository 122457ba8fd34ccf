import { Select, type SelectProps } from '@mantine/core';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';
import { accentFree } from './accent-free.ts';

/** A list to choose one from, which can be searched by typing. */
export function SearchSelect(props: SelectProps) {
  const { words, isReadOnly } = useEditor();
  return (
    <Select
      size="sm"
      searchable
      allowDeselect={false}
      openOnFocus={false}
      selectFirstOptionOnChange
      filter={accentFree}
      maxDropdownHeight={280}
      nothingFoundMessage={words(WORDS.nothingFound)}
      comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 } }}
      clearButtonProps={{ 'aria-label': words(WORDS.remove) }}
      readOnly={isReadOnly}
      {...props}
    />
  );
}
