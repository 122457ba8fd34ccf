import { z } from 'zod';
import { hashPassword } from '../access/passwords.ts';
import { Language, Role } from '../contract/words.ts';
import { Organisation, Person, Setting } from '../database/entities.ts';
import type { Server } from '../server.ts';
import { programmeData } from './definitions-folder.ts';

const People = z.array(
  z.strictObject({
    name: z.string(),
    email: z.email(),
    organisation: z.string(),
    language: Language,
    roles: z.array(Role).min(1),
  }),
);

/** Shown on the sign-in page while the demonstration is loaded; worth nothing anywhere else. */
const DEMONSTRATION_PASSWORD = 'percorso-di-prova';

/** The invented people of the demonstration, who all have one password. */
export async function loadPeople(server: Server): Promise<void> {
  const em = server.orm.em.fork();
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  for (const { organisation, ...person } of programmeData('people.json', People)) {
    em.create(Person, {
      ...person,
      id: server.newId(),
      organisation: em.getReference(Organisation, organisation),
      passwordHash,
      demonstration: true,
      createdAt: server.clock(),
    });
  }
  em.create(Setting, { name: 'demonstration', value: { password: DEMONSTRATION_PASSWORD } });
  await em.flush();
}
