import { advanceCase, inTransaction, type Server, startCase } from '@percorso/server';
import type { QueryConfig } from 'pg';

const words = (text: string) => ({ it: text, en: text });
export const ACTION = 'AGAIN';

/** A step that closes a task and opens it again, counts, and sets its timer anew. */
const PATHWAY = {
  format: 1,
  id: 'bench',
  title: words('Bench'),
  subject: 'person',
  participant: { type: 'object', properties: {} },
  data: {
    type: 'object',
    properties: { turns: { type: 'integer', label: words('Turns'), default: 0 } },
  },
  forms: {},
  rules: {},
  actions: { [ACTION]: { label: words('Again'), roles: ['case-manager'] } },
  messages: {},
  stages: [],
  steps: {
    talking: { label: words('Talking') },
    over: { label: words('Over'), outcome: 'completed' },
  },
  machine: {
    id: 'bench',
    initial: 'talking',
    states: {
      talking: {
        id: 'talking',
        invoke: {
          id: 'talk',
          src: 'task',
          input: { label: words('Talk'), assignee: { role: 'case-manager' } },
        },
        after: { P30D: { target: '#over' } },
        on: {
          [ACTION]: {
            target: '#talking',
            reenter: true,
            actions: [{ type: 'record', params: { turns: { add: 1 } } }],
          },
        },
      },
      over: { id: 'over', type: 'final' },
    },
  },
};

/** A case manager with as many cases as are asked for, each about a youth of its own. */
export async function startCases(server: Server, count: number) {
  const { pool, newId } = server;
  const personId = newId();
  await pool.query(
    `insert into person (id, name, email, language, active, demonstration, roles, created_at)
     values ($1, 'Bench', 'bench@example.org', 'it', true, false, '{case-manager}', now())`,
    [personId],
  );
  await pool.query("insert into pathway (id, current_version) values ('bench', 1)");
  await pool.query(
    `insert into pathway_version
       (pathway_id, version, document, content_hash, published_at, note)
     values ('bench', 1, $1, 'bench', now(), '')`,
    [JSON.stringify(PATHWAY)],
  );
  const caseIds = Array.from({ length: count }, () => newId());
  for (const id of caseIds) await startOne(server, id, personId);
  return { personId, caseIds };
}

function startOne(server: Server, id: string, caseManagerId: string) {
  return inTransaction(server, async (client) => {
    const participantId = server.newId();
    await client.query(
      `insert into participant (id, revision, subject, first_name, birth_date, language, search,
         demonstration, created_at)
       values ($1, 1, 'person', 'Bench', '2004-05-17', 'it', 'bench', false, now())`,
      [participantId],
    );
    const at = server.clock();
    const actor = { kind: 'system' } as const;
    await startCase(server, client, {
      id,
      pathwayId: 'bench',
      participantId,
      caseManagerId,
      actor,
      at,
    });
  });
}

/** The very statement of an action, for another case and revision. */
export type BareStatement = (caseId: string, revision: number, id: string) => QueryConfig;

/** Lets one action happen and keeps the statement in which the server wrote it. */
export async function watchStatement(
  server: Server,
  personId: string,
  caseId: string,
): Promise<BareStatement> {
  const seen: QueryConfig[] = [];
  const watching = new Proxy(server.pool, {
    get(pool, name) {
      const value = Reflect.get(pool, name);
      if (name !== 'query') return typeof value === 'function' ? value.bind(pool) : value;
      return (query: QueryConfig, ...rest: unknown[]) => {
        if (query.name === 'write-revisions') seen.push(query);
        return (value as (...all: unknown[]) => unknown).call(pool, query, ...rest);
      };
    },
  });
  await advanceCase(
    { ...server, pool: watching },
    { caseId, actor: { kind: 'person', id: personId }, event: { type: 'action', action: ACTION } },
  );
  const [query] = seen;
  if (!query) throw new Error('the action wrote nothing');
  const parts = (query.values as string[]).map((text) => JSON.parse(text) as object[]);
  return (id, revision, fresh) => ({ ...query, values: valuesFor(parts, id, revision, fresh) });
}

const NOTIFICATION = /pg_notify\([\s\S]*?\)::text\) AS notified/;
const JOBS = 7;

/**
 * The same write without what makes commits wait for each other: the notification, for which
 * PostgreSQL lets one commit at a time, and the background job.
 */
export function quietly(statement: BareStatement): BareStatement {
  return (...asked) => {
    const query = statement(...asked);
    const text = query.text.replace(NOTIFICATION, 'null AS notified');
    if (text === query.text) throw new Error('there was no notification to leave out');
    return { name: 'quiet', text, values: (query.values as string[]).with(JOBS, '[]') };
  };
}

/** The parameters of the statement: the case's row first, the opened activity fourth. */
function valuesFor(parts: readonly object[][], caseId: string, revision: number, id: string) {
  return parts.map((rows, place) =>
    JSON.stringify(
      rows.map((row) => ({
        ...row,
        case_id: caseId,
        ...(place === 0 && { expected: revision, idempotency_key: id }),
        ...(place === 3 && { id }),
        ...(place === 7 && { key: `timer:${caseId}` }),
      })),
    ),
  );
}
