import { No } from '../http/problems.ts';
import { type Api, type Asked, route } from '../http/route.ts';
import { permitManaging, permitReading } from './case-access.ts';
import { administrative } from './case-office.ts';
import { caseView } from './case-view.ts';
import { changeCase } from './change-case.ts';
import { decideDuplicate } from './duplicate-decision.ts';
import { openGroupCase } from './group-case.ts';
import { loadCase } from './load-case.ts';
import { endOtherLinks, ownLink } from './own-link.ts';
import { changeParticipant } from './participant-change.ts';

/** What is kept beside the pathway: notes, the participant's data, duplicates, links, new groups. */
export function caseRecordRoutes(api: Api): void {
  const { server } = api;
  route(api, 'openCase', async ({ reader, body, language }) => {
    const id = await openGroupCase(server, reader, body);
    if (id instanceof No) return id;
    const loaded = (await loadCase(server.pool, id, reader.id))!;
    return caseView(server, loaded, reader, language);
  });
  route(api, 'changeParticipant', (asked) => changeParticipant(server, asked));
  route(api, 'addNote', (asked) => addNote(api, asked));
  route(api, 'decideDuplicate', async ({ reader, params, body }) => {
    const decided = await decideDuplicate(server, reader, params.id, body);
    if (decided) return decided;
  });
  route(api, 'linkForYouth', (asked) => renewLink(api, asked));
}

async function addNote({ server }: Api, { reader, params, body }: Asked<'addNote'>) {
  const id = server.newId();
  const acted = await changeCase(server, {
    caseId: params.id,
    actor: { kind: 'person', id: reader.id },
    permit: permitReading(reader),
    decide: (loaded, _pathway, now) =>
      administrative('note', {
        within: async (client) => {
          await client.query(
            'INSERT INTO note (id, case_id, person_id, at, text) VALUES ($1, $2, $3, $4, $5)',
            [id, loaded.id, reader.id, now, body.text],
          );
        },
      }),
  });
  return acted instanceof No ? acted : { id };
}

/** A new link makes the ones given before worthless, whichever case of the youth they lead to. */
async function renewLink({ server }: Api, { reader, params }: Asked<'linkForYouth'>) {
  let epoch = 0;
  const acted = await changeCase(server, {
    caseId: params.id,
    actor: { kind: 'person', id: reader.id },
    permit: permitManaging(reader),
    decide: (loaded) => {
      epoch = loaded.linkEpoch + 1;
      return administrative('link-renewed', {
        linkEpoch: epoch,
        within: (client) => endOtherLinks(client, loaded),
      });
    },
  });
  if (acted instanceof No) return acted;
  return { link: await ownLink(server, params.id, epoch, server.clock()) };
}
