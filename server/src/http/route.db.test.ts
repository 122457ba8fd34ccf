import { beforeAll, describe, expect, it } from 'vitest';
import type { Operation } from '../contract/operation.ts';
import { type OperationName, operations } from '../contract/operations.ts';
import { type Asking, addSomebody, type Somebody, useTestApi } from './testing.ts';

const api = useTestApi();
let nobody: Somebody;
let coordinator: Somebody;
beforeAll(async () => {
  nobody = await addSomebody(api.server, []);
  coordinator = await addSomebody(api.server, ['coordinator', 'administrator']);
});

const all = Object.entries<Operation>(operations) as [OperationName, Operation][];
const NO_ID = '00000000-0000-4000-8000-000000000000';
const params = { id: NO_ID, comment: NO_ID, case: NO_ID, version: 1, step: 'choosing' };
const OWN = new Set<OperationName>(['whoAmI', 'signOut', 'setPreferences']);

function asking(operation: Operation, more: Partial<Asking>): Asking {
  const body = operation.body ? { body: {} } : {};
  const condition = operation.conditional ? { revision: 1, key: 'una-chiave' } : {};
  return { params, ...body, ...condition, ...more };
}

describe('every operation', () => {
  const withSession = all.filter(([, operation]) => operation.access === 'session');

  it.each(withSession)('%s is for nobody without a session', async (name, operation) => {
    await api.askInVain(name, 'session-missing', asking(operation, {}));
    const odd = asking(operation, { as: 'b'.repeat(43) });
    await api.askInVain(name, 'session-missing', odd);
  });

  it.each(withSession.filter(([name]) => !OWN.has(name)))(
    '%s is for nobody without a role',
    async (name, operation) => {
      await api.askInVain(name, 'forbidden', asking(operation, { as: nobody.token }));
    },
  );

  it.each(all.filter(([, operation]) => operation.conditional))(
    '%s asks for a revision and a key',
    async (name, operation) => {
      const as = coordinator.token;
      const bare = { params, body: {} };
      await api.askInVain(name, 'revision-missing', { ...bare, as });
      await api.askInVain(name, 'key-missing', { ...bare, as, revision: 1 });
      const keys = ['short', 'x'.repeat(101), 'with space', 'semi;colon'];
      for (const key of keys) {
        await api.askInVain(name, 'key-missing', asking(operation, { as, key }));
      }
    },
  );

  it.each(all.filter(([, operation]) => operation.body))(
    '%s takes nothing but JSON, and no field that it does not know',
    async (name, operation) => {
      const as = coordinator.token;
      const text = asking(operation, { as, headers: { 'Content-Type': 'text/plain' } });
      await api.askInVain(name, 'type-unsupported', text);
      const packed = asking(operation, { as, headers: { 'Content-Encoding': 'gzip' } });
      await api.askInVain(name, 'type-unsupported', packed);
      const odd = asking(operation, { as, body: { __proto__: null, constructor: 1, extra: 2 } });
      await api.askInVain(name, 'input-invalid', odd);
    },
  );
});

describe('an answer', () => {
  it('has the revision as its ETag', async () => {
    await addSomebody(api.server, ['partner-operator'], 'cesvip');
    await api.server.pool.query(
      `insert into opportunity (id, kind, title, organisation_id)
       values ('saldatura', 'training', '{"it":"Corso","en":"Course"}', 'cesvip')`,
    );
    const body = {
      opportunity: 'saldatura',
      startsOn: '2026-12-01',
      endsOn: '2026-12-20',
      place: 'Milano',
      seats: 10,
    };
    const response = await api.send('createEdition', { as: coordinator.token, body });
    expect(response.status).toBe(201);
    expect(response.headers.get('ETag')).toBe('"1"');
  });
});
