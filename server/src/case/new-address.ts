import type { Server } from '../server.ts';
import type { MailRow } from './case-write.ts';
import type { Decision } from './decision.ts';
import { type LoadedCase, loadCase } from './load-case.ts';
import { ownLink } from './own-link.ts';

/**
 * What a corrected e-mail address changes besides itself: the links sent before are worth nothing,
 * because somebody else may read the mail of the old address, and the new one gets a link to the
 * main case, wherever it was corrected: that is the page that the youth knows.
 */
export async function afterNewAddress(
  server: Server,
  loaded: LoadedCase,
  email: string | null | undefined,
  now: Date,
): Promise<Pick<Decision, 'linkEpoch' | 'mail'>> {
  const { email: before, language } = loaded.contact;
  if (email === undefined || before === null) return {};
  if (email?.toLowerCase() === before.toLowerCase()) return {};
  const linkEpoch = loaded.linkEpoch + 1;
  if (email === null) return { linkEpoch };
  const main = await mainCase(server, loaded);
  // `endOtherLinks` raises the epoch of each case by one, in the transaction that writes this.
  const link = await ownLink(server, main.id, main.linkEpoch + 1, now);
  return { linkEpoch, mail: [linkMail(server, loaded, email, MAIL[language](link))] };
}

async function mainCase(server: Server, loaded: LoadedCase): Promise<LoadedCase> {
  if (loaded.parentCaseId === null) return loaded;
  return mainCase(server, (await loadCase(server.pool, loaded.parentCaseId))!);
}

function linkMail(
  server: Server,
  { id, revision }: LoadedCase,
  recipient: string,
  text: Pick<MailRow, 'subject' | 'body'>,
): MailRow {
  return { id: server.newId(), key: `case:${id}:${revision + 1}:new-address`, recipient, ...text };
}

const MAIL = {
  it: (link: string) => ({
    subject: 'Il tuo collegamento personale',
    body: `Abbiamo corretto il tuo indirizzo. Da oggi segui il tuo percorso da qui: ${link}`,
  }),
  en: (link: string) => ({
    subject: 'Your personal link',
    body: `We have corrected your address. From today follow your pathway here: ${link}`,
  }),
};
