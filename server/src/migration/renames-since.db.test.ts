import { beforeAll, expect, it, vi } from 'vitest';
import {
  coordinator,
  draftOf,
  publishCourse,
  publishing,
  saving,
  titled,
} from '../drafts/testing.ts';
import { type Somebody, useTestApi } from '../http/testing.ts';
import { renamesSince } from './renames-since.ts';

const api = useTestApi();
let ada: Somebody;

const rename = (step: string, to: string) => ({ name: 'rename-step', parameters: { step, to } });
const replace = { name: 'replace-step', parameters: { step: 'late', by: 'd', label: {} } };
const other = { name: 'set-title', parameters: { step: 'choosing', to: 'nowhere' } };

beforeAll(async () => {
  ada = await coordinator(api);
  await publishCourse(api, 'course');
  const draft = await draftOf(api, ada, 'course');
  const edits = [rename('choosing', 'b'), other, rename('b', 'c'), replace];
  const { revision } = await api.ask('saveDraft', saving(ada, draft, titled('Uno'), { edits }));
  await api.ask('publishVersion', publishing(ada, { id: draft.id, revision }));
});

it('follows the renames and replacements of a draft in their order, and reads those between two versions once', async () => {
  const { pool } = api.server;
  const asked = vi.spyOn(pool, 'query');
  const until = { version: 2, draft: null };
  for (const _ of [1, 2]) {
    expect(await renamesSince(pool, 'course', 1, until)).toEqual({ choosing: 'c', late: 'd' });
  }
  expect(asked).toHaveBeenCalledTimes(1);
});

it('reads those of a draft each time, since it is drawn on', async () => {
  const { pool } = api.server;
  const { id, revision, document } = await draftOf(api, ada, 'course');
  const until = { version: null, draft: id };
  expect(await renamesSince(pool, 'course', 1, until)).toEqual({ choosing: 'c', late: 'd' });
  const more = { edits: [rename('c', 'e')] };
  await api.ask('saveDraft', saving(ada, { id, revision, document }, titled('Due'), more));
  expect(await renamesSince(pool, 'course', 1, until)).toEqual({ choosing: 'e', late: 'd' });
});
