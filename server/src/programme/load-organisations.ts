import { z } from 'zod';
import { Words } from '../contract/words.ts';
import { Organisation } from '../database/entities.ts';
import type { Server } from '../server.ts';
import { programmeData } from './definitions-folder.ts';

const Organisations = z.array(
  z.strictObject({
    id: z.string(),
    name: z.string(),
    kind: z.enum(['municipality', 'partner', 'supplier']),
    delivers: Words,
  }),
);

/** The programme's partners and suppliers, in the order in which its documents name them. */
export async function loadOrganisations(server: Server): Promise<void> {
  const em = server.orm.em.fork();
  programmeData('organisations.json', Organisations).forEach((organisation, position) => {
    em.create(Organisation, { ...organisation, position });
  });
  await em.flush();
}
