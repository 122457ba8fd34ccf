/** What editions have to offer, known before a seat is taken; and why one can't be taken. */
import type { ClientBase, Pool } from 'pg';
import type { Words } from '../contract/words.ts';
import type { ProblemCode } from '../http/problems.ts';
import type { OpenedActivity } from './case-write.ts';
import { editionName, type TitledEdition } from './edition-names.ts';
import type { Hindrance } from './hindrance.ts';
import { quoted } from './quoted.ts';

/** Its name is put into words only where it is told: dates in words take their time. */
export interface EditionOutlook extends TitledEdition {
  readonly id: string;
  readonly open: boolean;
  readonly free: number;
  /** How many are on the waiting list. */
  readonly waiting: number;
}

const EDITIONS = `
SELECT e.id, e.open, e.seats - e.taken AS free, o.title, e.starts_on::text,
  (SELECT count(*)::int FROM enrolment n WHERE n.edition_id = e.id AND n.status = 'waiting')
    AS waiting
FROM edition e JOIN opportunity o ON o.id = e.opportunity_id
WHERE $1::uuid[] IS NULL OR e.id = ANY ($1)`;

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A fact may hold anything: undefined where it is no id of an edition. */
export const editionIdOf = (text: string | null): string | undefined =>
  text !== null && UUID.test(text) ? text.toLowerCase() : undefined;

/** The enrolments among what is opened, each with the id of its edition. */
export const enrolmentsAmong = (opened: readonly OpenedActivity[]) =>
  opened
    .filter(({ kind }) => kind === 'enrolment')
    .map((activity) => ({ activity, id: editionIdOf(activity.editionId) }));

/** Those of these ids, or all; by id. */
export async function readEditionOutlooks(
  on: Pool | ClientBase,
  ids: readonly string[] | null,
): Promise<ReadonlyMap<string, EditionOutlook>> {
  const { rows } = await on.query<EditionOutlook>(EDITIONS, [ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whoever is enrolled without having chosen has come there off the arrows, or by a migration. */
export function whyNoSeat(
  { label, editionId }: { readonly label: Words; readonly editionId: string | null },
  edition: (TitledEdition & Pick<EditionOutlook, 'open'>) | undefined,
): Hindrance | undefined {
  if (editionId === null) return hindrance('edition-unknown', NOT_CHOSEN, label);
  if (!edition) return hindrance('edition-unknown', NOT_THERE, label);
  return edition.open ? undefined : whyClosed(edition);
}

const told = new WeakMap<TitledEdition, Hindrance>();

/** Thousands may ask for the same edition. */
function whyClosed(edition: TitledEdition): Hindrance {
  const known = told.get(edition) ?? hindrance('edition-closed', CLOSED, editionName(edition));
  told.set(edition, known);
  return known;
}

type Why = Omit<Hindrance, 'code'>;

const hindrance = (code: ProblemCode, { reason, unlock }: Why, name: Words): Hindrance => ({
  code,
  reason: quoted(name, reason),
  unlock,
});

const NOT_CHOSEN: Why = {
  reason: {
    it: 'Per # non è ancora stata scelta un’edizione.',
    en: 'No edition has been chosen for # yet.',
  },
  unlock: {
    it: 'Scegliere prima l’edizione, con la sua azione.',
    en: 'Choose the edition first, with its action.',
  },
};
const NOT_THERE: Why = {
  reason: {
    it: 'L’edizione indicata per # non c’è, o non è del tipo che serve qui.',
    en: 'The edition given for # does not exist, or is not of the kind needed here.',
  },
  unlock: {
    it: 'Scegliere un’edizione che c’è.',
    en: 'Choose an edition that exists.',
  },
};
const CLOSED: Why = {
  reason: { it: 'Le iscrizioni a # sono chiuse.', en: 'Enrolment in # is closed.' },
  unlock: {
    it: 'Riaprire le iscrizioni a questa edizione, o sceglierne un’altra.',
    en: 'Open enrolment in this edition again, or choose another.',
  },
};
