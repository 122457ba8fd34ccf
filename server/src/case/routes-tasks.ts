import { logAccess } from '../access/access-log.ts';
import type { Reader } from '../access/reader.ts';
import type { Language } from '../contract/words.ts';
import { No } from '../http/problems.ts';
import { type Api, route } from '../http/route.ts';
import type { Server } from '../server.ts';
import { acceptTask, completeTask, declineTask } from './task-work.ts';
import { listTasks, readTask, taskView } from './tasks.ts';

/** The work that waits for a role or an organisation. */
export function taskRoutes(api: Api): void {
  const { server } = api;
  route(api, 'listTasks', ({ reader, language, query }) =>
    listTasks(server, reader, language, query),
  );
  route(api, 'readTask', ({ reader, language, params }) =>
    viewOf(server, reader, language, params.id),
  );
  route(api, 'acceptTask', async ({ reader, language, params }) => {
    const acted = await acceptTask(server, reader, params.id);
    return acted instanceof No ? acted : viewOf(server, reader, language, params.id);
  });
  route(api, 'completeTask', async ({ reader, language, params, body }) => {
    const acted = await completeTask(server, reader, params.id, body.answer);
    return acted instanceof No ? acted : viewOf(server, reader, language, params.id);
  });
  route(api, 'declineTask', async ({ reader, language, params, body }) => {
    const acted = await declineTask(server, reader, params.id, body.reason);
    return acted instanceof No ? acted : viewOf(server, reader, language, params.id);
  });
}

async function viewOf(server: Server, reader: Reader, language: Language, id: string) {
  const row = await readTask(server, reader, id);
  if (row instanceof No) return row;
  await logAccess(server, reader.id, 'readTask', row.case_id);
  return taskView(server, row, reader, language);
}
