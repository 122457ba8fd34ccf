import type { Language, MessageDeclaration, PathwayDocument } from '@percorso/engine';
import type { ClientBase, Pool } from 'pg';
import { oneLine } from '../mail/outbox.ts';
import type { Server } from '../server.ts';
import { placeInWords } from './activity-input.ts';
import type { MailRow, OpenedActivity } from './case-write.ts';
import type { EffectRows } from './effect-rows.ts';
import type { LoadedCase } from './load-case.ts';
import { ownLink } from './own-link.ts';
import { TIME_ZONE } from './time-zone.ts';

/** What of a decision the messages depend on. */
export interface MessageOccasion {
  readonly rows: EffectRows;
  readonly linkEpoch?: number;
  readonly mail?: readonly MailRow[];
}

interface Recipient {
  readonly address: string;
  readonly language: Language;
  /** Staff are led to the case at their desk, the participant to their own page. */
  readonly isStaff: boolean;
}

/**
 * The mail that a step sends, its text composed now from the participant's rows: the names are in
 * the outbox only. Who has no address gets none; the case manager sees the phone number.
 */
export async function mailOf(
  server: Server,
  loaded: LoadedCase,
  document: PathwayDocument,
  decision: MessageOccasion,
  now: Date,
  on: Pool | ClientBase = server.pool,
): Promise<MailRow[]> {
  const mail: MailRow[] = [...(decision.mail ?? [])];
  for (const name of new Set(decision.rows.messages)) {
    const message = document.messages[name]!;
    const recipients = await recipientsOf(on, loaded, message, decision.rows.opened);
    const appointment = await appointmentOf(on, loaded.id, message, decision.rows.opened);
    const epoch = decision.linkEpoch ?? loaded.linkEpoch;
    const link = recipients.length > 0 ? await ownLink(server, loaded.id, epoch, now) : '';
    for (const [index, recipient] of recipients.entries()) {
      const fill = (text: string) =>
        filled(text, {
          firstName: loaded.contact.firstName,
          caseManager: loaded.manager?.name ?? '',
          appointmentAt: appointment ? instantInWords(appointment.at, recipient.language) : '',
          appointmentPlace: appointment
            ? placeInWords(document, appointment.activity, appointment.place, recipient.language)
            : '',
          link: recipient.isStaff ? `${server.settings.publicUrl}/desk/cases/${loaded.id}` : link,
          pathway: document.title[recipient.language],
        });
      mail.push({
        id: server.newId(),
        key: `case:${loaded.id}:${loaded.revision + 1}:${name}:${index}`,
        recipient: recipient.address,
        subject: oneLine(fill(message.subject[recipient.language])),
        body: fill(message.body[recipient.language]),
      });
    }
  }
  return mail;
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}

/** «lunedì 23 novembre 2026 alle ore 10:30», as the public administration writes it. */
export function instantInWords(at: Date | string, language: Language): string {
  const date = new Date(at);
  const locale = language === 'it' ? 'it-IT' : 'en-GB';
  const day = date.toLocaleDateString(locale, { dateStyle: 'full', timeZone: TIME_ZONE });
  const time = date.toLocaleTimeString(locale, { timeStyle: 'short', timeZone: TIME_ZONE });
  return language === 'it' ? `${day} alle ore ${time}` : `${day} at ${time}`;
}

/** A guardian's contact is free text: a telephone number, an address, but never a list of them. */
const ONE_ADDRESS = /^[^\s@<>,;:"()]+@[^\s@<>,;:"()]+$/;

async function recipientsOf(
  on: Pool | ClientBase,
  loaded: LoadedCase,
  { to }: MessageDeclaration,
  opened: readonly OpenedActivity[],
): Promise<Recipient[]> {
  const { contact, manager } = loaded;
  const { language } = contact;
  switch (to) {
    case 'participant':
      return contact.email ? [{ address: contact.email, language, isStaff: false }] : [];
    case 'guardian': {
      const address = contact.guardian?.contact ?? '';
      return ONE_ADDRESS.test(address) ? [{ address, language, isStaff: false }] : [];
    }
    case 'case-manager':
      return manager
        ? [{ address: manager.email, language: manager.language, isStaff: true }]
        : staffOf(on, 'coordinator', null);
    case 'coordinator':
      return staffOf(on, 'coordinator', null);
    case 'organisation': {
      const organisation = await organisationOf(on, loaded.id, opened);
      return organisation ? staffOf(on, 'partner-operator', organisation) : [];
    }
  }
}

export async function staffOf(
  on: Pool | ClientBase,
  role: string,
  organisation: string | null,
): Promise<Recipient[]> {
  const { rows } = await on.query<{ email: string; language: Language }>(
    `SELECT email, language FROM person
     WHERE active AND $1 = ANY (roles) AND ($2::text IS NULL OR organisation_id = $2)
     ORDER BY email`,
    [role, organisation],
  );
  return rows.map(({ email, language }) => ({ address: email, language, isStaff: true }));
}

/** The organisation whose work has just begun, else the one at work last. */
async function organisationOf(
  on: Pool | ClientBase,
  caseId: string,
  opened: readonly OpenedActivity[],
): Promise<string | null> {
  const fresh = opened.find(({ organisationId }) => organisationId !== null)?.organisationId;
  if (fresh) return fresh;
  const { rows } = await on.query<{ organisation_id: string }>(
    `SELECT organisation_id FROM activity WHERE case_id = $1 AND organisation_id IS NOT NULL
       AND activity NOT LIKE 'ad-hoc/%' ORDER BY opened_revision DESC LIMIT 1`,
    [caseId],
  );
  return rows[0]?.organisation_id ?? null;
}

interface Appointment {
  readonly activity: string;
  readonly at: Date | string;
  readonly place: string | null;
}

/** The appointment that has just been made, else the latest; asked only when the text names it. */
async function appointmentOf(
  on: Pool | ClientBase,
  caseId: string,
  { subject, body }: MessageDeclaration,
  opened: readonly OpenedActivity[],
): Promise<Appointment | undefined> {
  if (!JSON.stringify([subject, body]).includes('{appointment')) return undefined;
  const fresh = opened.find(({ appointmentAt }) => appointmentAt !== null);
  if (fresh) {
    return { activity: fresh.activity, at: fresh.appointmentAt!, place: fresh.appointmentPlace };
  }
  const { rows } = await on.query<Appointment>(
    `SELECT activity, appointment_at AS at, appointment_place AS place FROM activity
     WHERE case_id = $1 AND appointment_at IS NOT NULL ORDER BY opened_revision DESC LIMIT 1`,
    [caseId],
  );
  return rows[0];
}
