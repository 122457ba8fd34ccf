/** Italians write 7,5. Nothing where the text is no number. */
export function numberIn(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

/** A number as it is typed in a language. */
export function numberText(number: number, language: 'it' | 'en'): string {
  return language === 'it' ? String(number).replace('.', ',') : String(number);
}
