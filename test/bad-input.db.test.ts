import { openSession, parseSettings } from '@percorso/server';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addCase, addEdition, COURSE, publish } from '../server/src/case/testing.ts';
import { WORKSHOP } from '../server/src/case/testing-documents.ts';
import type { Operation } from '../server/src/contract/operation.ts';
import { type OperationName, operations } from '../server/src/contract/operations.ts';
import { Problem } from '../server/src/contract/problem.ts';
import { PROBLEMS, type ProblemCode } from '../server/src/http/problems.ts';
import { addSomebody, type Somebody, useTestApi } from '../server/src/http/testing.ts';
import { loadOrganisations } from '../server/src/programme/load-organisations.ts';
import { publishPathways } from '../server/src/programme/publish-pathways.ts';
import { bodiesWithNul, conditions, queryString, segment, wrongBody } from './wrong-requests.ts';

const RUNS = Number(process.env.PERCORSO_BAD_INPUT_RUNS ?? 25);
/** A password costs some 50 ms. */
const RUNS_WITH_PASSWORD = Math.ceil(RUNS / 4);

const api = useTestApi({ settings: parseSettings({}) });
const { server } = api;
let everybody: Somebody;
let other: Somebody;
let ids: Readonly<
  Record<
    'youth' | 'group' | 'course' | 'task' | 'ended' | 'edition' | 'draft' | 'comment' | 'persona',
    string
  >
>;
let ownToken = '';

const YOUTH = {
  language: 'it',
  firstName: 'Ada',
  lastName: 'Prova',
  birthDate: '2004-05-17',
  email: 'ada@example.org',
  phone: '+39 333 1234567',
  district: 'Corvetto',
  situation: 'out-of-school',
  wish: 'Lavorare in cucina.',
  helper: { name: 'Luisa', organisation: 'CAG', contact: 'luisa@example.org' },
  guardian: { name: 'Mario', contact: 'mario@example.org' },
  privacyNoticeRead: true,
};
const { firstName, lastName, birthDate, email, phone, district, language, guardian } = YOUTH;
const GROUP = {
  subject: 'group',
  pathway: 'mig-work-groups',
  name: 'Terza C',
  headCount: 18,
  contact: 'scuola@example.org',
  groupKind: 'class',
};

beforeAll(async () => {
  await publishPathways(server, server.clock());
  await loadOrganisations(server);
  await publish(server, COURSE);
  await publish(server, WORKSHOP);
  const roles = ['case-manager', 'coordinator', 'administrator', 'partner-operator'] as const;
  everybody = await addSomebody(server, roles, 'cesvip');
  other = await addSomebody(server, ['case-manager', 'monitor']);
  const { link } = await api.ask('register', { body: YOUTH });
  ownToken = link.split('#')[1];
  const group = await api.ask('openCase', { as: everybody.token, body: GROUP });
  const youth = await onlyId('SELECT id FROM "case" WHERE pathway_id = $1', 'mig-work-neet');
  await server.pool.query('UPDATE "case" SET case_manager_id = $1', [everybody.id]);
  const course = await addCase(server, 'course', everybody.id);
  const ended = await addCase(server, 'course', everybody.id);
  const stop = { params: { id: ended }, revision: 1, key: 'una-chiave', body: { action: 'STOP' } };
  await api.ask('act', { as: everybody.token, ...stop });
  const edition = await addEdition(server, 'training', 5);
  const task = await onlyId('SELECT id FROM activity WHERE case_id = $1', course);
  const draft = await api.ask('createDraft', {
    as: everybody.token,
    body: { from: 'version', pathway: 'course' },
  });
  const about = { as: everybody.token, params: { id: draft.id }, body: { text: 'Bene' } };
  const comment = await api.ask('addComment', about);
  const persona = await api.ask('keepPersona', {
    as: everybody.token,
    params: { id: 'course' },
    body: PERSONA,
  });
  ids = {
    youth,
    group: group.id,
    course,
    ended,
    edition,
    task,
    draft: draft.id,
    comment: comment.id,
    persona: persona.id,
  };
});

async function onlyId(query: string, value: string): Promise<string> {
  return (await server.pool.query<{ id: string }>(query, [value])).rows[0]!.id;
}

interface Right {
  readonly params?: Readonly<Record<string, string>>;
  readonly bodies?: readonly object[];
}

const person = {
  name: 'Lia Prova',
  email: 'lia@example.org',
  roles: ['monitor'],
  organisation: 'cesvip',
  language: 'it',
};
const PERSONA = {
  name: 'Mara inventata',
  profile: { it: '22 anni', en: '22 years old' },
  says: { it: 'Si può girare.', en: 'One may turn.' },
  participant: { age: 22 },
  data: { turns: 1 },
  start: '2026-01-12T09:00:00.000Z',
  walk: [
    { after: 'P2D', do: { type: 'action', action: 'TURN', answer: {} }, steps: ['choosing'] },
    { do: { type: 'participant', facts: { age: null } } },
    { do: { type: 'refused', event: { type: 'timer', timer: 'a/P1D' }, code: 'timer-not-due' } },
  ],
  outcome: 'withdrawn',
};
const edition = { startsOn: '2026-12-01', endsOn: '2026-12-20', place: 'Milano', seats: 10 };

/** Bodies that are right, or right but for when they come, of every operation that has one. */
const rightOf: Partial<Record<OperationName, () => Right>> = {
  register: () => ({ bodies: [YOUTH] }),
  openOwnCase: () => ({ bodies: [{ token: ownToken }] }),
  actOnOwnCase: () => ({
    bodies: ['CONFIRM', 'ASK_FOR_HELP', 'CONVENE'].map((action) => ({
      token: ownToken,
      action,
      answer: { notes: 'aiuto' },
      revision: 1,
    })),
  }),
  signIn: () => ({ bodies: [{ email: other.email, password: 'sbagliata' }] }),
  setPreferences: () => ({ bodies: [{ language: 'it' }] }),
  forgetPassword: () => ({ bodies: [{ email: other.email }] }),
  resetPassword: () => ({ bodies: [{ token: 'x'.repeat(43), password: 'dodici-caratteri' }] }),
  searchCases: () => ({
    bodies: [
      {
        text: 'ada',
        pathway: 'course',
        step: 'choosing',
        stage: 'one',
        outcome: 'completed',
        status: 'all',
        caseManager: everybody.id,
        subject: 'person',
        order: 'name',
        offset: 0,
        limit: 50,
      },
    ],
  }),
  openCase: () => ({ bodies: [GROUP] }),
  act: () => ({
    bodies: [
      { action: 'CONVENE', answer: { at: '2026-12-01T09:00:00.000Z', place: 'online' } },
      { action: 'ENROL', answer: { edition: ids.edition, acceptWaiting: true, notes: 'nota' } },
      { action: 'PLAN', answer: { on: '2026-12-01', headCount: 18 } },
    ],
  }),
  assignCase: () => ({ bodies: [{ caseManager: everybody.id, note: 'passo il caso' }] }),
  shareCase: () => ({ bodies: [{ person: other.id, shared: true }] }),
  correctCase: () => ({
    bodies: [
      { data: { turns: 3, edition: ids.edition }, note: 'una svista' },
      { data: { noShows: 0, guardianConsent: null }, note: 'una svista' },
    ],
  }),
  changeParticipant: () => ({
    bodies: [{ firstName, lastName, birthDate, email, phone, district, language, guardian }],
  }),
  addNote: () => ({ bodies: [{ text: 'una nota' }] }),
  decideDuplicate: () => ({ bodies: [{ other: ids.course, decision: 'different-people' }] }),
  previewDeviation: () => ({ params: { id: ids.course }, bodies: DEVIATIONS }),
  deviate: () => ({
    params: { id: ids.course },
    bodies: DEVIATIONS.map((deviation) => ({ deviation, reason: 'Lo abbiamo deciso insieme.' })),
  }),
  readDeviationCounts: () => ({ params: { id: 'course' } }),
  completeTask: () => ({ params: { id: ids.task }, bodies: [{ answer: { attendance: 80 } }] }),
  declineTask: () => ({ params: { id: ids.task }, bodies: [{ reason: 'non possiamo' }] }),
  acceptTask: () => ({ params: { id: ids.task } }),
  readTask: () => ({ params: { id: ids.task } }),
  readPathwayVersion: () => ({ params: { id: 'course', version: '1' } }),
  readPopulation: () => ({ params: { id: 'course' } }),
  createEdition: () => ({ bodies: [{ opportunity: 'training-cesvip', ...edition }] }),
  changeEdition: () => ({ params: { id: ids.edition }, bodies: [{ ...edition, open: true }] }),
  createDraft: () => ({
    bodies: [
      { from: 'version', pathway: 'course', version: 1, name: 'Bozza' },
      { from: 'document', document: JSON.stringify(COURSE), name: 'Bozza' },
      { from: 'empty', id: 'nuovo', title: { it: 'Nuovo', en: 'New' }, subject: 'group' },
    ],
  }),
  readDraft: () => ({ params: { id: ids.draft } }),
  saveDraft: () => ({
    params: { id: ids.draft },
    bodies: [
      {
        document: JSON.stringify(COURSE),
        edits: [{ name: 'rename-step', parameters: { step: 'choosing', to: 'scelta' } }],
        baseVersion: 1,
      },
    ],
  }),
  renameDraft: () => ({ params: { id: ids.draft }, bodies: [{ name: 'Altra' }] }),
  listComments: () => ({ params: { id: ids.draft } }),
  addComment: () => ({
    params: { id: ids.draft },
    bodies: [{ text: 'Perché?', step: 'choosing', parent: ids.comment }],
  }),
  resolveComment: () => ({ params: { id: ids.draft, comment: ids.comment } }),
  reopenComment: () => ({ params: { id: ids.draft, comment: ids.comment } }),
  deleteComment: () => ({ params: { id: ids.draft, comment: ids.comment } }),
  streamDraft: () => ({ params: { id: ids.draft } }),
  approveDraft: () => ({ params: { id: ids.draft } }),
  publishVersion: () => ({ params: { id: ids.draft }, bodies: [{ note: 'Una prova' }] }),
  readVersionHistory: () => ({ params: { id: 'course' } }),
  withdrawVersion: () => ({
    params: { id: 'course', version: '1' },
    bodies: [{ note: 'Non va bene' }],
  }),
  restoreVersion: () => ({ params: { id: 'course', version: '1' } }),
  previewMigration: () => ({ params: { id: ids.draft }, bodies: [{ revision: 1 }] }),
  planMigration: () => ({
    params: { id: 'course' },
    bodies: [{ version: 1, decisionsOf: NO_MIGRATION }],
  }),
  listMigrations: () => ({ params: { id: 'course' } }),
  decideGroup: () => ({
    params: { id: NO_MIGRATION },
    bodies: [
      { version: 1, steps: ['choosing'], decision: { kind: 'place', at: ['choosing'] } },
      {
        ...{ version: 1, steps: ['choosing'], choice: ['late'] },
        decision: { kind: 'stay' },
      },
    ],
  }),
  exceptCase: () => ({
    params: { id: NO_MIGRATION, case: ids.youth },
    bodies: [{ reason: 'Resta con le regole di prima' }],
  }),
  exceptCases: () => ({
    params: { id: NO_MIGRATION },
    bodies: [
      { who: { step: 'choosing', version: 1 }, exception: { kind: 'stay', reason: 'Come prima' } },
      { who: { fate: 'staying', group: 'v1-1' }, exception: { kind: 'none' } },
    ],
  }),
  setStayRule: () => ({
    params: { id: NO_MIGRATION, version: '1', step: 'choosing' },
    bodies: [{ reason: 'Come prima' }],
  }),
  liftStayRule: () => ({ params: { id: NO_MIGRATION, version: '1', step: 'choosing' } }),
  readPersonas: () => ({ params: { id: 'course' } }),
  keepPersona: () => ({
    params: { id: 'course' },
    bodies: [
      { ...PERSONA, name: 'Zoe' },
      { ...PERSONA, replaces: 'nobody' },
    ],
  }),
  changePersona: () => ({ params: { id: ids.persona }, bodies: [PERSONA] }),
  forgetPersona: () => ({ params: { id: ids.draft } }),
  restorePersona: () => ({ params: { id: ids.persona } }),
  createPerson: () => ({ bodies: [person] }),
  changePerson: () => ({ params: { id: other.id }, bodies: [{ ...person, active: true }] }),
};

const DEVIATIONS = [
  { type: 'skip', from: 'choosing', to: 'late' },
  { type: 'go-back', to: 'choosing' },
  { type: 'go-to', to: 'late' },
  { type: 'add-task', label: 'Telefonare', assignee: { role: 'case-manager' }, form: 'report' },
  {
    type: 'add-task',
    label: 'Telefonare',
    assignee: { organisation: 'cesvip' },
    dueAt: '2030-12-01T09:00:00.000Z',
  },
  { type: 'withdraw-task', activity: 'ad-hoc/2' },
  { type: 'undo', of: 1 },
];

/** A plan is made by what people do: here there is none, and every request about one says so. */
const NO_MIGRATION = '7d7f0a52-0000-4000-8000-000000000000';

/** Every row of ours, but for what only says that somebody asked. */
const COUNTS = [
  'organisation',
  'person',
  'pathway_version',
  'participant',
  '"case"',
  'trace_entry',
  'private_answer',
  'note',
  'activity',
  'enrolment',
  'edition',
  'timer',
  'outbox',
  'case_share',
  'duplicate_decision',
  'password_reset',
  'draft',
  'draft_edit',
  'draft_comment',
  'draft_approval',
  'version_withdrawal',
  'persona',
  'pathway_migration',
  'pathway_migration_case',
  'graphile_worker.jobs',
]
  .map((table) => `(SELECT count(*) FROM ${table})`)
  .concat(
    '(SELECT sum(revision) FROM "case")',
    '(SELECT sum(revision) FROM participant)',
    '(SELECT sum(revision + comment_revision) FROM draft)',
    '(SELECT sum(revision + taken) FROM edition)',
    '(SELECT sum(revision) FROM persona)',
    `(SELECT md5(string_agg(a.id || a.status, ',' ORDER BY a.id)) FROM activity a)`,
    `(SELECT md5(string_agg(p::text, ',' ORDER BY p.id)) FROM person p)`,
  )
  .join(", '/', ");

const written = async () =>
  (await server.pool.query<{ all: string }>(`SELECT concat(${COUNTS}) AS all`)).rows[0]!.all;

interface Sent {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | undefined;
  readonly language: 'it' | 'en';
}

async function expectDecentAnswer(name: OperationName, sent: Sent): Promise<void> {
  const operation: Operation = operations[name];
  const before = await written();
  const session = operation.access === 'session' ? await openSession(server, everybody.id) : '';
  const stream = new AbortController();
  const response = await fetch(api.origin + sent.path, {
    method: operation.method.toUpperCase(),
    headers: {
      ...(sent.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(session && { Cookie: `percorso=${session}` }),
      'Accept-Language': sent.language,
      ...sent.headers,
    },
    signal: stream.signal,
    ...(sent.body === undefined ? {} : { body: sent.body }),
  });
  if (response.ok) {
    // A stream of live changes never ends by itself.
    if (name === 'streamChanges' || name === 'streamDraft') stream.abort();
    else if (operation.answer) operation.answer.parse(await response.json());
    return;
  }
  const text = await response.text();
  expect(response.status, text).toBeLessThan(500);
  expectProblem(response, text, sent.language);
  expect(await written(), `nothing is half-written after ${text}`).toBe(before);
}

function expectProblem(response: Response, text: string, language: 'it' | 'en'): void {
  expect(response.headers.get('Content-Type')).toContain('application/problem+json');
  expect(response.headers.get('Content-Language')).toBe(language);
  const problem = Problem.parse(JSON.parse(text));
  const known = PROBLEMS[problem.code as ProblemCode];
  expect(problem.status).toBe(response.status);
  expect(problem.title).toBe(known.title[language]);
  expect(problem.detail).toBeTruthy();
  for (const { message } of problem.faults ?? []) expect(message.it && message.en).toBeTruthy();
  expect(text).not.toMatch(/node_modules|\bat .+\.ts:|select .* from|invalid byte/i);
}

const PERSONAS = new Set<OperationName>(['changePersona', 'forgetPersona', 'restorePersona']);
const DRAFTS = new Set<OperationName>(['saveDraft', 'approveDraft', 'publishVersion']);

/** The revision that a change of this would have to name now. */
async function revisionOf(name: OperationName, id: string): Promise<string> {
  const query =
    name === 'changeEdition'
      ? 'SELECT revision FROM edition WHERE id = $1'
      : name === 'changeParticipant'
        ? `SELECT p.revision FROM participant p JOIN "case" c ON c.participant_id = p.id
           WHERE c.id = $1`
        : DRAFTS.has(name)
          ? 'SELECT revision FROM draft WHERE id = $1'
          : PERSONAS.has(name)
            ? 'SELECT revision FROM persona WHERE id = $1'
            : 'SELECT revision FROM "case" WHERE id = $1';
  const { rows } = await server.pool.query<{ revision: number }>(query, [id]);
  return String(rows[0]?.revision ?? 1);
}

const SLOW = new Set<OperationName>(['signIn', 'resetPassword']);
const all = Object.keys(operations) as OperationName[];

/** Requests of one operation: right ones with something wrong in them. */
function wrongRequests(name: OperationName) {
  const operation: Operation = operations[name];
  const { params, bodies = [{}] } = rightOf[name]?.() ?? {};
  const cases = fc.constantFrom(ids.youth, ids.group, ids.course, ids.ended);
  const segments = fc.record({
    id: (params?.id ? fc.constant(params.id) : cases).chain(segment),
    version: segment(params?.version ?? '1'),
    comment: segment(params?.comment ?? ids.comment),
    case: segment(params?.case ?? ids.youth),
    step: segment(params?.step ?? 'choosing'),
  });
  const noBody = fc.constant(undefined);
  return fc.record({
    segments,
    query: queryString(),
    body: operation.body ? fc.constantFrom(...bodies).chain(wrongBody) : noBody,
    language: fc.constantFrom('it' as const, 'en' as const),
    conditions: conditions('REVISION'),
  });
}

describe('a request that is wrong somewhere gets a problem, and nothing of it is written', () => {
  test('what they are made of is right', () => {
    const wrong = all.filter((name) => {
      const { body } = operations[name] as Operation;
      const bodies = body && (rightOf[name]?.().bodies ?? [undefined]);
      return bodies?.some((right) => !body!.safeParse(right).success);
    });
    expect(wrong).toEqual([]);
  });

  test.each(all)('%s', { timeout: 600_000 + RUNS * 1_000 }, async (name) => {
    const operation: Operation = operations[name];
    await fc.assert(
      fc.asyncProperty(wrongRequests(name), async (wrong) => {
        await server.pool.query('DELETE FROM attempt');
        const { id, version, comment, case: inside } = wrong.segments;
        const address = operation.path.replace('{id}', id).replace('{version}', version);
        const whole = address.replace('{comment}', comment).replace('{case}', inside);
        const path = whole + wrong.query;
        const right = operation.conditional && /^[0-9a-f-]{36}$/.test(id) ? id : null;
        const revision = right ? await revisionOf(name, right) : '1';
        const match = wrong.conditions['If-Match']!.replace('REVISION', revision);
        const headers = operation.conditional ? { ...wrong.conditions, 'If-Match': match } : {};
        await expectDecentAnswer(name, { ...wrong, path, headers });
      }),
      { numRuns: SLOW.has(name) ? RUNS_WITH_PASSWORD : RUNS },
    );
  });

  test.each(all.filter((name) => (operations[name] as Operation).body))(
    '%s takes no text that no row can hold, and says where it is',
    async (name) => {
      const { params = { id: ids.youth }, bodies = [] } = rightOf[name]!();
      for (const { place, text } of bodies.flatMap(bodiesWithNul)) {
        const response = await fetch(api.origin + addressOf(name, params), {
          method: operations[name].method.toUpperCase(),
          headers: {
            'Content-Type': 'application/json',
            Cookie: `percorso=${everybody.token}`,
            'If-Match': '"1"',
            'Idempotency-Key': 'una-chiave',
          },
          body: text,
        });
        const problem = Problem.parse(await response.json());
        expect(problem, place).toMatchObject({ code: 'input-invalid', status: 400 });
        expect(problem.faults?.map((fault) => fault.path)).toContain(place);
      }
    },
  );
});

const addressOf = (name: OperationName, params: Readonly<Record<string, string>>) =>
  operations[name].path.replaceAll(/\{(\w+)\}/g, (_, key: string) => params[key] ?? '');
