import { beforeAll, describe, expect, it } from 'vitest';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { coordinator, courseOf, draftOf, named, publishCourse, saving, titled } from './testing.ts';

const api = useTestApi();
let ada: Somebody;
let bea: Somebody;

beforeAll(async () => {
  ada = await coordinator(api);
  bea = await coordinator(api);
  await publishCourse(api, 'course');
});

const create = (body: object) => ({ as: ada.token, body });
const editsOf = async (id: string) =>
  (
    await api.server.pool.query(
      'select revision, person_id as person, edits from draft_edit where draft_id = $1 order by 1',
      [id],
    )
  ).rows;

describe('a draft begins', () => {
  it('as a copy of the current version, and says who, when and from which', async () => {
    const draft = await draftOf(api, ada, 'course');
    expect(draft).toMatchObject({
      pathway: 'course',
      name: 'Corso',
      baseVersion: 1,
      currentVersion: 1,
      revision: 1,
      createdBy: { id: ada.id },
      changedAt: api.server.clock().toISOString(),
      discardedAt: null,
      publishedVersion: null,
      document: courseOf('course'),
    });
    expect(await api.ask('readDraft', named(bea, draft.id))).toEqual(draft);
  });

  it('more than once for a pathway, each under its own name', async () => {
    const body = { from: 'version', pathway: 'course', version: 1, name: 'Autunno' };
    const one = await api.ask('createDraft', create(body));
    const other = await api.ask('createDraft', create({ ...body, name: 'Primavera' }));
    const { drafts } = await api.ask('listDrafts', { as: bea.token, query: { pathway: 'course' } });
    const names = new Map(drafts.map((draft: typeof one) => [draft.id, draft.name]));
    expect(names.get(one.id)).toBe('Autunno');
    expect(names.get(other.id)).toBe('Primavera');
  });

  it('empty, for a new pathway of either kind, and can be saved as it is', async () => {
    for (const subject of ['person', 'group']) {
      const title = { it: 'Nuovo', en: 'New' };
      const body = { from: 'empty', id: `nuovo-${subject}`, title, subject };
      const draft = await api.ask('createDraft', create(body));
      expect(draft).toMatchObject({ baseVersion: null, currentVersion: null, title, subject });
      expect((await api.ask('saveDraft', saving(ada, draft))).revision).toBe(1);
    }
  });

  it('from a file, upon the current version where its pathway is published', async () => {
    const document = JSON.stringify(courseOf('course'), null, 2);
    const known = await api.ask('createDraft', create({ from: 'document', document }));
    expect(known).toMatchObject({ pathway: 'course', baseVersion: 1 });
    const other = JSON.stringify(courseOf('imported'));
    const fresh = await api.ask('createDraft', create({ from: 'document', document: other }));
    expect(fresh).toMatchObject({ pathway: 'imported', baseVersion: null });
  });

  it('not under an id that is taken, by a pathway or by another new one', async () => {
    const title = { it: 'Nuovo', en: 'New' };
    const empty = (id: string) => create({ from: 'empty', id, title });
    await api.askInVain('createDraft', 'pathway-id-taken', empty('course'));
    const both = await Promise.all([
      api.send('createDraft', empty('conteso')),
      api.send('createDraft', empty('conteso')),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('of no pathway and no version that is not there', async () => {
    const refused = async (body: object) =>
      (await api.askInVain('createDraft', 'input-invalid', create(body))).faults?.[0]?.path;
    expect(await refused({ from: 'version', pathway: 'nulla' })).toBe('pathway');
    expect(await refused({ from: 'version', pathway: 'course', version: 9 })).toBe('version');
    expect(await refused({ from: 'empty', id: 'No!', title: { it: 'a', en: 'b' } })).toBe('id');
  });
});

describe('a draft is saved', () => {
  it('with its next revision, and with the commands that were run', async () => {
    const draft = await draftOf(api, ada, 'course');
    const edits = [{ name: 'set-title', parameters: { title: { it: 'Giro', en: 'Tour' } } }];
    const saved = await api.ask('saveDraft', saving(bea, draft, titled('Giro'), { edits }));
    expect(saved).toEqual({ revision: 2, changedAt: api.server.clock().toISOString() });
    const read = await api.ask('readDraft', named(ada, draft.id));
    expect(read).toMatchObject({ revision: 2, title: { it: 'Giro' }, changedBy: { id: bea.id } });
    expect(await editsOf(draft.id)).toEqual([{ revision: 2, person: bea.id, edits }]);
  });

  it('by one of two who save at once; the other hears the revision to merge with', async () => {
    const draft = await draftOf(api, ada, 'course');
    const answers = await Promise.all(
      [ada, bea].map((who, index) =>
        api.send('saveDraft', saving(who, draft, titled(`Di ${index}`))),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const stale = await api.askInVain(
      'saveDraft',
      'revision-stale',
      saving(ada, draft, titled('X')),
    );
    expect(stale.revision).toBe(2);
    expect(await editsOf(draft.id)).toHaveLength(1);
  });

  it('once, when the first answer was lost', async () => {
    const draft = await draftOf(api, ada, 'course');
    const asking = saving(ada, draft, titled('Una volta'));
    const first = await api.ask('saveDraft', asking);
    expect(await api.ask('saveDraft', asking)).toEqual(first);
    expect(await editsOf(draft.id)).toHaveLength(1);
  });

  it('without the two-fold white space of a file: equal documents are equal texts', async () => {
    const draft = await draftOf(api, ada, 'course');
    const body = { document: JSON.stringify(draft.document, null, 4) };
    expect((await api.ask('saveDraft', { ...saving(ada, draft), body })).revision).toBe(1);
  });

  it('upon a later version, once it was merged with it; never upon one that is not there', async () => {
    const draft = await draftOf(api, ada, 'course');
    const rebased = (baseVersion: number) => saving(ada, draft, titled('Y'), { baseVersion });
    await api.ask('saveDraft', rebased(1));
    const { faults } = await api.askInVain('saveDraft', 'input-invalid', rebased(7));
    expect(faults?.[0]?.path).toBe('baseVersion');
  });

  it('never with a document that the engine’s gate refuses, and says where', async () => {
    const draft = await draftOf(api, ada, 'course');
    const faulty = saving(ada, draft, (document) => {
      document.machine.initial = 'nowhere';
      document.machine.states.choosing.on.TURN = { target: '#gone' };
    });
    const { faults } = await api.askInVain('saveDraft', 'document-invalid', faulty);
    expect(faults?.length).toBeGreaterThan(0);
    for (const { path } of faults!) expect(path).toMatch(/^\/machine\//);
    const other = saving(ada, draft, (document) => {
      document.id = 'altro';
      document.machine.id = 'altro';
    });
    const moved = await api.askInVain('saveDraft', 'document-invalid', other);
    expect(moved.faults).toMatchObject([{ path: '/id' }]);
    expect(await api.ask('readDraft', named(ada, draft.id))).toEqual(draft);
  });

  it('never when it has been discarded, until it is restored', async () => {
    const draft = await draftOf(api, ada, 'course');
    await api.ask('discardDraft', named(bea, draft.id));
    await api.ask('discardDraft', named(bea, draft.id));
    await api.askInVain('saveDraft', 'draft-closed', saving(ada, draft, titled('Z')));
    const open = await api.ask('listDrafts', { as: ada.token });
    expect(open.drafts.map(({ id }: typeof draft) => id)).not.toContain(draft.id);
    const aside = await api.ask('listDrafts', { as: ada.token, query: { status: 'discarded' } });
    expect(aside.drafts.map(({ id }: typeof draft) => id)).toContain(draft.id);
    await api.ask('restoreDraft', named(bea, draft.id));
    await api.ask('saveDraft', saving(ada, draft, titled('Z')));
  });

  it('and renamed by any coordinator', async () => {
    const draft = await draftOf(api, ada, 'course');
    await api.ask('renameDraft', { ...named(bea, draft.id), body: { name: 'Altro nome' } });
    expect((await api.ask('readDraft', named(ada, draft.id))).name).toBe('Altro nome');
  });
});

it('a new pathway that was discarded is not restored while another has its id', async () => {
  const body = { from: 'empty', id: 'ripreso', title: { it: 'A', en: 'B' } };
  const first = await api.ask('createDraft', create(body));
  await api.ask('discardDraft', named(ada, first.id));
  const second = await api.ask('createDraft', create(body));
  await api.askInVain('restoreDraft', 'pathway-id-taken', named(ada, first.id));
  await api.ask('discardDraft', named(ada, second.id));
  await api.ask('restoreDraft', named(ada, first.id));
});

describe('what a hostile client sends', () => {
  const raw = async (body: string) => {
    const draft = await draftOf(api, ada, 'course');
    const response = await fetch(`${api.origin}/api/drafts/${draft.id}/document`, {
      method: 'PUT',
      headers: {
        'Content-Type': 'application/json',
        Cookie: `percorso=${ada.token}`,
        'If-Match': '"1"',
        'Idempotency-Key': 'una-chiave-sola',
      },
      body,
    });
    return { status: response.status, problem: (await response.json()) as { code: string } };
  };
  const document = JSON.stringify(courseOf('course'));

  it.each([
    ['five megabytes', JSON.stringify({ document: 'x'.repeat(5_000_000) }), 413, 'body-too-large'],
    [
      'a document of more than one',
      JSON.stringify({ document: JSON.stringify({ ...courseOf('course'), x: 'y'.repeat(1e6) }) }),
      413,
      'body-too-large',
    ],
    ['no JSON in the JSON', JSON.stringify({ document: '{"id":' }), 422, 'document-invalid'],
    [
      'a document nested without end',
      JSON.stringify({ document: '['.repeat(200_000) }),
      422,
      'document-invalid',
    ],
    [
      'a request nested without end',
      `{"document":"{}","edits":[{"name":"x","parameters":${'['.repeat(9e5)}${']'.repeat(9e5)}}]}`,
      400,
      'input-invalid',
    ],
    [
      'a prototype',
      JSON.stringify({ document: document.replace('"rules":{}', '"rules":{"__proto__":{}}') }),
      422,
      'document-invalid',
    ],
    [
      'the same key twice',
      `{"document":${JSON.stringify('{"id":"a","id":"b"}')}}`,
      422,
      'document-invalid',
    ],
    [
      'too many edits',
      JSON.stringify({ document, edits: Array(501).fill({ name: 'x', parameters: {} }) }),
      400,
      'input-invalid',
    ],
    [
      'half a character in an edit',
      `{"document":${JSON.stringify(document)},"edits":[{"name":"x","parameters":{"a":"\\ud800"}}]}`,
      400,
      'input-invalid',
    ],
    [
      'a field that nobody asked for',
      JSON.stringify({ document, revision: 7 }),
      400,
      'input-invalid',
    ],
  ])('%s is refused, and nothing is written', async (_, body, status, code) => {
    expect(await raw(body)).toMatchObject({ status, problem: { code } });
  });
});

describe('drafts are the coordinators’ own', () => {
  it.each(['case-manager', 'partner-operator', 'monitor', 'youth', 'administrator'] as const)(
    'and no %s sees or changes one',
    async (role) => {
      const draft = await draftOf(api, ada, 'course');
      const other = await addSomebody(api.server, [role], role === 'partner-operator' ? 'o' : null);
      await api.askInVain('listDrafts', 'forbidden', { as: other.token });
      for (const name of ['readDraft', 'discardDraft', 'restoreDraft', 'streamDraft'] as const) {
        await api.askInVain(name, 'forbidden', named(other, draft.id));
      }
      await api.askInVain('saveDraft', 'forbidden', saving(other, draft, titled('Mio')));
      const body = { from: 'version', pathway: 'course' };
      await api.askInVain('createDraft', 'forbidden', { as: other.token, body });
    },
  );

  it('and one that is not there is not found', async () => {
    const nobody = named(ada, api.server.newId());
    for (const name of ['readDraft', 'discardDraft', 'restoreDraft', 'listComments'] as const) {
      await api.askInVain(name, 'not-found', nobody);
    }
    const draft = { id: api.server.newId(), revision: 1, document: courseOf('course') };
    await api.askInVain('saveDraft', 'not-found', saving(ada, draft));
  });
});
