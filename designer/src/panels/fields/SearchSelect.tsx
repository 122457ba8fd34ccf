import { Select, type SelectProps } from '@mantine/core';
import { useState } from 'react';
import { useEditor } from '../../editor/editor-context.ts';
import { WORDS } from '../words.ts';
import { accentFree } from './accent-free.ts';

/** A list to choose one from, which can be searched by typing; Enter takes the first found. */
export function SearchSelect(props: SelectProps) {
  const { words, isReadOnly } = useEditor();
  // Opened by a letter the list begins at the first found, by an arrow at what is chosen now.
  const [isTyped, setTyped] = useState(false);
  // A closed list has all its options in the page: five hundred steps would be drawn at every edit.
  const [isInUse, setInUse] = useState(false);
  return (
    <Select
      size="sm"
      searchable
      allowDeselect={false}
      openOnFocus={false}
      selectFirstOptionOnChange
      selectFirstOptionOnDropdownOpen={isTyped}
      onKeyDown={(event) => setTyped(event.key.length === 1)}
      filter={accentFree}
      maxDropdownHeight={280}
      nothingFoundMessage={words(WORDS.nothingFound)}
      onFocus={() => setInUse(true)}
      onBlur={() => setInUse(false)}
      comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 }, keepMounted: isInUse }}
      clearButtonProps={{ 'aria-label': words(WORDS.remove) }}
      readOnly={isReadOnly}
      {...props}
    />
  );
}
