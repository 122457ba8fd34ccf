import { describeRule, type Language, type PathwayDocument } from '@percorso/engine';
import { own } from '../commands/edit/records.ts';
import { capital } from '../panels/sentences.ts';

/** A named rule as its sentence: it is the only title that a rule has. */
export function ruleSentence(document: PathwayDocument, name: string, language: Language): string {
  return own(document.rules, name) ? capital(describeRule(document, name)[language]) : name;
}
