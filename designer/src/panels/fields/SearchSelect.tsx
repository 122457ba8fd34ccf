import { type ComboboxItem, Select, type SelectProps } from '@mantine/core';
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
  // To find its first option a list looks through the whole page.
  const [isSearched, setSearched] = useState(false);
  const { data = [], value } = props;
  return (
    <Select
      size="sm"
      searchable
      allowDeselect={false}
      openOnFocus={false}
      selectFirstOptionOnChange={isSearched}
      selectFirstOptionOnDropdownOpen={isTyped}
      onKeyDown={(event) => setTyped(event.key.length === 1)}
      filter={accentFree}
      maxDropdownHeight={280}
      nothingFoundMessage={words(WORDS.nothingFound)}
      onFocus={() => setInUse(true)}
      onInput={() => setSearched(true)}
      onBlur={() => {
        setInUse(false);
        setSearched(false);
      }}
      comboboxProps={{ shadow: 'md', transitionProps: { duration: 0 }, keepMounted: isInUse }}
      clearButtonProps={{ 'aria-label': words(WORDS.remove) }}
      readOnly={isReadOnly}
      {...props}
      data={isInUse || value === undefined ? data : chosenOf(data, value)}
    />
  );
}

/** All that a list shows that is not in use. */
function chosenOf(data: NonNullable<SelectProps['data']>, value: string | null): ComboboxItem[] {
  const all = data.flatMap((one) =>
    typeof one === 'object' && 'items' in one ? one.items : [one],
  );
  const items = all.map((one) => (typeof one === 'object' ? one : { value: one, label: one }));
  return items.filter((item) => item.value === value) as ComboboxItem[];
}
