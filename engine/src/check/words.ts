/** Words that several checks say. */
import type { Language, PathwayDocument, Words } from '../document.ts';
import { own } from '../parse/scope.ts';

export function quoted(words: Words, language: Language): string {
  return language === 'it' ? `«${words.it}»` : `“${words.en}”`;
}

export function stepLabel(document: PathwayDocument, key: string): Words {
  return own(document.steps, key)?.label ?? { it: key, en: key };
}

/** A step without a stage of its own belongs to that of the group around it. */
export function stageIn(
  { steps }: PathwayDocument,
  node: { readonly key: string; readonly around: readonly { readonly key: string }[] },
): string | undefined {
  const step = [node, ...node.around].find(({ key }) => own(steps, key)?.stage !== undefined);
  return step && steps[step.key]!.stage;
}

/** A sentence about something that has a label: `#` stands for it, in quotes. */
export function about(label: Words, it: string, en: string): Words {
  return {
    it: it.replaceAll('#', () => quoted(label, 'it')),
    en: en.replaceAll('#', () => quoted(label, 'en')),
  };
}
