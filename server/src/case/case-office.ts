import type { ClientBase } from 'pg';
import type { Reader } from '../access/reader.ts';
import type { Acted } from '../contract/cases.ts';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { advanceCase } from './advance-case.ts';
import { permitManaging } from './case-access.ts';
import type { MailRow } from './case-write.ts';
import { changeCase } from './change-case.ts';
import type { Decision, RequestKey } from './decision.ts';
import { NO_EFFECT } from './effect-rows.ts';
import type { LoadedCase } from './load-case.ts';
import { FAMILY, handOverSubCases } from './sub-cases.ts';

/** What comes with every conditional request of a signed-in person. */
export interface Asking {
  readonly caseId: string;
  readonly reader: Reader;
  readonly expectedRevision: number;
  readonly key: RequestKey;
}

/** A change that moves nothing on the pathway, as a decision. */
export function administrative(kind: string, more: Partial<Decision> = {}, event = {}): Decision {
  return {
    kind,
    facts: { event: { type: kind, ...event } },
    entered: [],
    left: [],
    privateAnswers: {},
    rows: NO_EFFECT,
    ...more,
  };
}

/** Gives a case to a case manager, who is told by mail; a note stays with the entry, privately. */
export async function assignCase(
  server: Server,
  asking: Asking,
  { caseManager, note }: { caseManager: string; note?: string | undefined },
): Promise<Acted | No> {
  const person = await activePerson(server, caseManager, 'case-manager');
  if (!person) return personUnknown('caseManager');
  return changeCase(server, {
    ...change(asking),
    permit: permitMain(asking.reader),
    decide: (loaded) =>
      administrative(
        'assigned',
        {
          caseManagerId: caseManager,
          within: (client) =>
            handOverSubCases(server, client, loaded.id, caseManager, asking.reader.id),
          privateAnswers: note ? { note } : {},
          mail: [handOverMail(server, loaded.id, loaded.revision + 1, person)],
        },
        { person: caseManager },
      ),
  });
}

interface Person {
  readonly email: string;
  readonly language: 'it' | 'en';
}

function handOverMail(server: Server, caseId: string, revision: number, to: Person): MailRow {
  const link = `${server.settings.publicUrl}/desk/cases/${caseId}`;
  const text =
    to.language === 'it'
      ? { subject: 'Un caso ti è stato affidato', body: `Da oggi segui questo caso: ${link}` }
      : { subject: 'A case was given to you', body: `From today you follow this case: ${link}` };
  const key = `case:${caseId}:${revision}:assigned`;
  return { id: server.newId(), key, recipient: to.email, ...text };
}

const SHARE = `${FAMILY} INSERT INTO case_share (case_id, person_id)
  SELECT id, $2 FROM family ON CONFLICT DO NOTHING`;
const UNSHARE = `${FAMILY} DELETE FROM case_share
  WHERE case_id IN (SELECT id FROM family) AND person_id = $2`;

/** Lets a colleague see a case and its sub-cases, or no longer. */
export async function shareCase(
  server: Server,
  asking: Asking,
  { person, shared }: { person: string; shared: boolean },
): Promise<Acted | No> {
  // Who has left may be taken off the list, too.
  if (shared && !(await activePerson(server, person, null))) return personUnknown('person');
  const statement = shared ? SHARE : UNSHARE;
  const within = async (client: ClientBase) => {
    await client.query(statement, [asking.caseId, person]);
  };
  return changeCase(server, {
    ...change(asking),
    permit: permitMain(asking.reader),
    decide: () => administrative(shared ? 'shared' : 'unshared', { within }, { person }),
  });
}

/** Corrects case facts; the reason is kept as a private answer of the entry. */
export function correctCase(
  server: Server,
  asking: Asking,
  {
    data,
    note,
  }: { data: Record<string, string | number | boolean | string[] | null>; note: string },
): Promise<Acted | No> {
  return advanceCase(server, {
    ...change(asking),
    event: { type: 'correct', data },
    privateText: { note },
  });
}

/** A sub-case is seen by whoever sees the case around it: the two are not parted. */
const permitMain = (reader: Reader) => (loaded: LoadedCase) =>
  permitManaging(reader)(loaded) ??
  (loaded.parentCaseId === null ? undefined : no('forbidden', { detail: GOES_WITH_MAIN }));

const GOES_WITH_MAIN = {
  it: 'Un sottopercorso segue il suo caso principale: affida o condividi quello.',
  en: 'A sub-pathway goes with its main case: hand over or share that one.',
};

const change = ({ caseId, reader, expectedRevision, key }: Asking) => ({
  caseId,
  actor: { kind: 'person', id: reader.id } as const,
  expectedRevision,
  key,
  permit: permitManaging(reader),
});

async function activePerson(
  server: Server,
  id: string,
  role: string | null,
): Promise<Person | undefined> {
  const { rows } = await server.pool.query<Person>(
    `SELECT email, language FROM person
     WHERE id = $1 AND active AND roles && $2`,
    [id, role ? [role] : ['case-manager', 'coordinator']],
  );
  return rows[0];
}

function personUnknown(path: string): No {
  const message = {
    it: 'Non è un collega attivo con il ruolo che serve.',
    en: 'This is no active colleague with the role that is needed.',
  };
  return no('input-invalid', { faults: [{ path, message }] });
}
