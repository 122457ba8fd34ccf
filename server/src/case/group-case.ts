import type { z } from 'zod';
import type { Reader } from '../access/reader.ts';
import type { NewCase } from '../contract/cases.ts';
import { type No, no } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { inTransaction } from './in-transaction.ts';
import { currentVersion, pathwayVersion } from './pathway-versions.ts';
import { receiptCode } from './receipt-code.ts';
import { Refused } from './refusal.ts';
import { searchText } from './search-text.ts';
import { startCase } from './start-case.ts';

/** Opens a case for a class, a youth centre or a spontaneous group; whoever opens it follows it. */
export async function openGroupCase(
  server: Server,
  reader: Reader,
  body: z.output<typeof NewCase>,
): Promise<string | No> {
  const version = await currentVersion(server.pool, body.pathway);
  if (version === undefined) return notForGroups();
  const pathway = await pathwayVersion(server, body.pathway, version);
  if (pathway.document.subject !== 'group') return notForGroups();
  const id = server.newId();
  const participantId = server.newId();
  const at = server.clock();
  try {
    await inTransaction(server, async (client) => {
      await client.query(
        `INSERT INTO participant (id, revision, subject, language, group_name, group_kind,
           head_count, contact, search, demonstration, created_at)
         VALUES ($1, 1, 'group', 'it', $2, $3, $4, $5, $6, false, $7)`,
        [
          participantId,
          body.name,
          body.groupKind,
          body.headCount,
          body.contact ?? null,
          searchText(body.name),
          at,
        ],
      );
      await startCase(server, client, {
        id,
        pathwayId: body.pathway,
        participantId,
        caseManagerId: reader.roles.includes('case-manager') ? reader.id : null,
        receiptCode: receiptCode(server.random),
        actor: { kind: 'person', id: reader.id },
        at,
      });
    });
  } catch (error) {
    if (error instanceof Refused) return error.no;
    throw error;
  }
  return id;
}

function notForGroups(): No {
  const message = {
    it: 'Serve un percorso pubblicato per gruppi.',
    en: 'A published pathway for groups is needed.',
  };
  return no('input-invalid', { faults: [{ path: 'pathway', message }] });
}
