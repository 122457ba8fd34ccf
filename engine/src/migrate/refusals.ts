/** Every expected "no" to carrying a case over and to taking it back, in plain words. */
import type { PathwayDocument, Words } from '../document.ts';
import type { Migration, Question } from './migration.ts';
import { namesOf } from './words.ts';

export const MIGRATION_REFUSAL_CODES = [
  'migration-undecided',
  'migration-blocked',
  'moved-since',
] as const;
export type MigrationRefusalCode = (typeof MIGRATION_REFUSAL_CODES)[number];

export interface MigrationRefusal {
  readonly code: MigrationRefusalCode;
  readonly reason: Words;
  /** What would change it, if anything would. */
  readonly unlock?: Words;
  /** What has to be decided first. */
  readonly questions?: readonly Question[];
}

export function undecided({
  questions,
}: Extract<Migration, { kind: 'needs-decision' }>): MigrationRefusal {
  return {
    code: 'migration-undecided',
    questions,
    reason: {
      it: `Prima va deciso: ${questions.map(({ words }) => words.it).join(' ')}`,
      en: `To be decided first: ${questions.map(({ words }) => words.en).join(' ')}`,
    },
  };
}

export function blocked({
  reason,
  unlock,
}: Extract<Migration, { kind: 'blocked' }>): MigrationRefusal {
  return { code: 'migration-blocked', reason, unlock };
}

export function movedSince(document: PathwayDocument, steps: readonly string[]): MigrationRefusal {
  const { it, en } = namesOf(document, steps);
  return {
    code: 'moved-since',
    reason: {
      it: `Dopo il passaggio alla nuova versione il caso è andato avanti (ora: ${it}): non si può più riportarlo com’era.`,
      en: `After it moved to the new version the case went on (now: ${en}): it can no longer be put back as it was.`,
    },
  };
}
