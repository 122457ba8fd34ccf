import {
  type ComboboxItem,
  type ComboboxParsedItem,
  isOptionsGroup,
  type OptionsFilter,
} from '@mantine/core';

/** Finds «Età» for who types `eta`: accents and capitals make no difference. */
export const accentFree: OptionsFilter = ({ options, search, limit }) => {
  const wanted = plain(search.trim());
  const fits = (item: ComboboxItem) => plain(item.label).includes(wanted);
  const found = options.flatMap((option): ComboboxParsedItem[] => {
    if (!isOptionsGroup(option)) return fits(option) ? [option] : [];
    const items = option.items.filter(fits);
    return items.length > 0 ? [{ group: option.group, items }] : [];
  });
  return found.slice(0, limit);
};

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
