import { expect, test } from 'vitest';
import { openOrm } from './connection.ts';
import { migrations } from './migrations/index.ts';
import { useTestServer } from './testing.ts';

const server = useTestServer();

test('the migrated database is what the entities say', async () => {
  const orm = await openOrm(server.access.owner);
  const difference = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  await orm.close();
  expect(difference).toBe('');
});

test('every migration has run', async () => {
  const { rows } = await server.pool.query('select name from migration order by id');
  expect(rows.map((row: { name: string }) => row.name)).toEqual(migrations.map((m) => m.name));
});
