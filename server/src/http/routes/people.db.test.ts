import { beforeAll, describe, expect, it } from 'vitest';
import { addOrganisation, addSomebody, type Somebody, useTestApi } from '../testing.ts';

const api = useTestApi();
let administrator: Somebody;
let coordinator: Somebody;
beforeAll(async () => {
  administrator = await addSomebody(api.server, ['administrator']);
  coordinator = await addSomebody(api.server, ['coordinator']);
  await addOrganisation(api.server, 'cesvip', 'partner');
  await addOrganisation(api.server, 'comune-di-milano', 'municipality');
});

let count = 0;
function newPerson(change: object = {}) {
  count += 1;
  const email = `nuova-${count}@example.org`;
  return { name: 'Bianca Prova', email, roles: ['monitor'], organisation: null, ...change };
}

describe('a new person', () => {
  it('gets a mail to choose the password, and is in the list', async () => {
    const body = newPerson({ language: 'en' });
    const made = await api.ask('createPerson', { as: coordinator.token, body });
    const { people } = await api.ask('listPeople', { as: administrator.token });
    expect(people).toContainEqual(made);
    const { rows } = await api.server.pool.query('select * from outbox where recipient = $1', [
      body.email,
    ]);
    expect(rows[0].subject).toBe('Your account on Percorso');
    const token = /#([\w-]{43})/.exec(rows[0].body)?.[1];
    await api.ask('resetPassword', { body: { token, password: 'la-mia-password' } });
    await api.ask('signIn', { body: { email: body.email, password: 'la-mia-password' } });
  });

  it.each([
    [{ roles: ['partner-operator'] }, 'organisation'],
    [{ roles: ['partner-operator'], organisation: 'comune-di-milano' }, 'organisation'],
    [{ organisation: 'nessuna' }, 'organisation'],
    [{ roles: ['youth'] }, 'roles'],
    [{ roles: [] }, 'roles'],
    [{ email: 'non-un-indirizzo' }, 'email'],
    [{ passwordHash: 'x' }, 'passwordHash'],
  ])('is refused with %o', async (change, path) => {
    const body = newPerson(change);
    const asking = { as: administrator.token, body };
    const { faults } = await api.askInVain('createPerson', 'input-invalid', asking);
    expect(faults?.map((fault) => fault.path)).toEqual([path]);
  });

  it('has each role once', async () => {
    const body = newPerson({ roles: ['monitor', 'monitor'] });
    const { id, roles } = await api.ask('createPerson', { as: administrator.token, body });
    expect(roles).toEqual(['monitor']);
    const twice = { params: { id }, body: { roles: ['monitor', 'coordinator', 'monitor'] } };
    const changed = await api.ask('changePerson', { as: administrator.token, ...twice });
    expect(changed.roles).toEqual(['monitor', 'coordinator']);
  });

  it('is not made an administrator by a coordinator', async () => {
    const body = newPerson({ roles: ['administrator'] });
    await api.askInVain('createPerson', 'forbidden', { as: coordinator.token, body });
    await api.ask('createPerson', { as: administrator.token, body });
  });
});

describe('a person who is changed', () => {
  it('keeps what was not sent', async () => {
    const { id } = await addSomebody(api.server, ['partner-operator'], 'cesvip');
    const asking = { as: coordinator.token, params: { id }, body: { name: 'Nome Nuovo' } };
    const changed = await api.ask('changePerson', asking);
    expect(changed).toMatchObject({
      name: 'Nome Nuovo',
      roles: ['partner-operator'],
      organisation: { id: 'cesvip' },
      active: true,
    });
    const { rows } = await api.server.pool.query('select language from person where id = $1', [id]);
    expect(rows[0].language).toBe('it');
  });

  it('is signed out at once when deactivated', async () => {
    const { id, token } = await addSomebody(api.server, ['monitor']);
    const asking = { as: administrator.token, params: { id }, body: { active: false } };
    await api.ask('changePerson', asking);
    await api.askInVain('whoAmI', 'session-missing', { as: token });
  });

  it('loses open password links with the old address', async () => {
    const { id, email } = await addSomebody(api.server, ['monitor']);
    await api.ask('forgetPassword', { body: { email } });
    const body = { email: `altro-${email}` };
    await api.ask('changePerson', { as: administrator.token, params: { id }, body });
    const left = await api.server.pool.query('select from password_reset where person_id = $1', [
      id,
    ]);
    expect(left.rowCount).toBe(0);
  });

  it('is not an administrator whom a coordinator changes', async () => {
    const asking = { params: { id: administrator.id }, body: { email: 'preso@example.org' } };
    await api.askInVain('changePerson', 'forbidden', { as: coordinator.token, ...asking });
  });

  it('is not somebody unknown', async () => {
    const asking = { params: { id: api.server.newId() }, body: { name: 'X' } };
    await api.askInVain('changePerson', 'not-found', { as: administrator.token, ...asking });
    const odd = { params: { id: 'x' }, body: { name: 'X' } };
    await api.askInVain('changePerson', 'not-found', { as: administrator.token, ...odd });
  });

  it('leaves at least one administrator, even when two remove each other at once', async () => {
    await api.server.pool.query(
      `update person set active = false where 'administrator' = any(roles)`,
    );
    const a = await addSomebody(api.server, ['administrator']);
    const b = await addSomebody(api.server, ['administrator']);
    const remove = (by: Somebody, id: string) =>
      api.send('changePerson', { as: by.token, params: { id }, body: { roles: ['monitor'] } });
    const statuses = await Promise.all([remove(a, b.id), remove(b, a.id)]);
    expect(statuses.map((response) => response.status)).toContain(200);
    const { rowCount } = await api.server.pool.query(
      `select from person where active and 'administrator' = any(roles)`,
    );
    expect(rowCount).toBe(1);
  });
});
