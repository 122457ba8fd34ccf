import type { EntityManager } from '@mikro-orm/postgresql';
import { logAccess } from '../../access/access-log.ts';
import { mayChangePerson, mayHoldRoles } from '../../access/policies/people.ts';
import type { Reader } from '../../access/reader.ts';
import { sendPasswordLink } from '../../access/resets.ts';
import type { PersonView } from '../../contract/programme.ts';
import { Organisation, Person } from '../../database/entities.ts';
import type { Server } from '../../server.ts';
import { accountFaults } from '../account-faults.ts';
import { type No, no } from '../problems.ts';
import { type Api, type Asked, route } from '../route.ts';

export function peopleRoutes(api: Api): void {
  const { server } = api;
  route(api, 'listPeople', async () => ({ people: await readPeople(server) }));
  route(api, 'createPerson', ({ reader, body }) => createPerson(server, reader, body));
  route(api, 'changePerson', (asked) => changePerson(server, asked));
}

const LIST = `
select p.id, p.name, p.email, p.roles, p.active, coalesce(c.running, 0) as "runningCases",
  case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as organisation
from person p left join organisation o on o.id = p.organisation_id
left join (
  select case_manager_id, count(*)::int as running from "case"
  where status = 'active' group by case_manager_id
) c on c.case_manager_id = p.id
where $1::uuid is null or p.id = $1
order by p.name, p.id`;

async function readPeople(server: Server, id: string | null = null): Promise<PersonView[]> {
  return (await server.pool.query<PersonView>(LIST, [id])).rows;
}

async function createPerson(
  server: Server,
  reader: Reader,
  body: Asked<'createPerson'>['body'],
): Promise<PersonView | No> {
  if (!mayChangePerson(reader, [], body.roles)) return no('forbidden');
  const id = server.newId();
  const refused = await unlessEmailTaken(server, async (em) => {
    const faults = await faultsIn(em, body);
    if (faults) return faults;
    const { organisation, ...rest } = body;
    const person = em.create(Person, {
      ...rest,
      roles: [...new Set(rest.roles)],
      id,
      organisation: organisation === null ? null : em.getReference(Organisation, organisation),
      passwordHash: null,
      createdAt: server.clock(),
    });
    await em.flush();
    await sendPasswordLink(em, server, person, 'invited');
    return null;
  });
  if (refused) return refused;
  await logAccess(server, reader.id, 'createPerson', null, id);
  return (await readPeople(server, id))[0]!;
}

async function changePerson(
  server: Server,
  { reader, params, body }: Asked<'changePerson'>,
): Promise<PersonView | No> {
  const refused = await unlessEmailTaken(server, async (em) => {
    // Locked in one order: of two administrators who remove each other, one is told no.
    await em.execute(
      `select from person where 'administrator' = any(roles) order by id for update`,
    );
    const person = await em.findOne(Person, params.id, { populate: ['organisation'] });
    if (!person) return no('not-found');
    const roles = body.roles ?? person.roles;
    if (!mayChangePerson(reader, person.roles, roles)) return no('forbidden');
    if (!mayHoldRoles(reader, person.id, person.roles, roles)) {
      return no('forbidden', { path: 'roles', detail: NOT_ONESELF });
    }
    const organisation =
      body.organisation === undefined ? (person.organisation?.id ?? null) : body.organisation;
    const faults = await faultsIn(em, { roles, organisation });
    if (faults) return faults;
    const isAdministrator = roles.includes('administrator') && (body.active ?? person.active);
    if (!isAdministrator && (await isLastAdministrator(em, person.id))) {
      return no('last-administrator');
    }
    await applyChange(em, person, body);
    return null;
  });
  if (refused) return refused;
  await logAccess(server, reader.id, 'changePerson', null, params.id);
  return (await readPeople(server, params.id))[0]!;
}

const NOT_ONESELF = {
  it: 'Nessuno si dà un ruolo da sé: chiedi a un altro amministratore o a chi coordina.',
  en: 'Nobody gives themselves a role: ask another administrator or a coordinator.',
};

/** A new address or a deactivation also ends what was open under the old state. */
async function applyChange(
  em: EntityManager,
  person: Person,
  body: Asked<'changePerson'>['body'],
): Promise<void> {
  const { organisation, ...rest } = definedIn(body);
  if (organisation !== undefined) {
    person.organisation =
      organisation === null ? null : em.getReference(Organisation, organisation);
  }
  const isMoved = rest.email !== undefined && rest.email !== person.email;
  Object.assign(person, rest);
  person.roles = [...new Set(person.roles)];
  await em.flush();
  if (isMoved || !person.active) {
    await em.execute('delete from password_reset where person_id = ?', [person.id]);
  }
  if (!person.active) await em.execute('delete from session where person_id = ?', [person.id]);
}

/** Only the contract's fields reach this, each of them parsed; those that are absent stay. */
function definedIn<T extends object>(change: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}

async function isLastAdministrator(em: EntityManager, id: string): Promise<boolean> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from person where active and 'administrator' = any(roles)`,
  );
  return rows.length === 1 && rows[0]?.id === id;
}

async function faultsIn(
  em: EntityManager,
  account: Pick<Asked<'createPerson'>['body'], 'roles' | 'organisation'>,
): Promise<No | null> {
  const { organisation: id } = account;
  const organisation = id === null ? null : await em.findOne(Organisation, { id });
  const faults = accountFaults(account.roles, id, organisation);
  return faults.length > 0 ? no('input-invalid', { faults }) : null;
}

const UNIQUE_VIOLATION = '23505';

/** The unique index decides, whoever else is adding the same address at this moment. */
async function unlessEmailTaken(
  server: Server,
  change: (em: EntityManager) => Promise<No | null>,
): Promise<No | null> {
  try {
    return await server.orm.em.fork().transactional(change);
  } catch (error) {
    if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
    return no('email-taken', { path: 'email' });
  }
}
