import type { FactValue, Field, Language } from '@percorso/engine';

const YES_NO: Readonly<Record<Language, readonly [string, string]>> = {
  it: ['sì', 'no'],
  en: ['yes', 'no'],
};

/** A value as people write it: the label of a choice, a number with its unit. */
export function valueWords(field: Field | undefined, value: FactValue, language: Language): string {
  if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
  if (typeof value === 'object') {
    return value.map((one) => valueWords(field, one, language)).join(', ') || '—';
  }
  if (typeof value === 'number') {
    const unit = field?.unit?.[language];
    const number = value.toLocaleString(language);
    return unit === undefined ? number : `${number} ${unit}`;
  }
  const options = field?.oneOf ?? field?.items?.oneOf;
  return options?.find((option) => option.const === value)?.label[language] ?? value;
}
