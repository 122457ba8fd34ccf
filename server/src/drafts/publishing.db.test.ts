import { beforeAll, describe, expect, it } from 'vitest';
import { addCase, addOrganisation, publish } from '../case/testing.ts';
import { WORKSHOP } from '../case/testing-documents.ts';
import type { DraftView, VersionHistory } from '../contract/drafts.ts';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { workOnMigration } from '../migration/work-on-migration.ts';
import { parseSettings } from '../settings.ts';
import { DocumentThread } from './document-thread.ts';
import { publishVersion } from './publish-version.ts';
import {
  coordinator,
  courseOf,
  draftOf,
  named,
  publishCourse,
  publishing,
  saving,
  titled,
} from './testing.ts';

const api = useTestApi({ settings: { ...parseSettings({}), secondApproval: false } });
let ada: Somebody;
let bea: Somebody;

beforeAll(async () => {
  ada = await coordinator(api);
  bea = await coordinator(api);
});

let courses = 0;
/** A new pathway with one version; returns its id. */
async function newCourse(): Promise<string> {
  const id = `course-${++courses}`;
  await publishCourse(api, id);
  return id;
}

/** A draft of it in which something was drawn. */
async function drawn(pathway: string, draw = titled('Nuovo corso')): Promise<DraftView> {
  const draft = await draftOf(api, ada, pathway);
  await api.ask('saveDraft', saving(ada, draft, draw));
  return api.ask('readDraft', named(ada, draft.id));
}
const versionOf = async (caseId: string) =>
  (await api.server.pool.query('select version from "case" where id = $1', [caseId])).rows[0]
    .version;
const historyOf = (id: string): Promise<VersionHistory> =>
  api.ask('readVersionHistory', named(ada, id));
const withdrawal = (pathway: string, version: number, note = 'Non va bene') => ({
  as: ada.token,
  params: { id: pathway, version },
  body: { note },
});
const restoration = (pathway: string, version: number) => ({
  as: bea.token,
  params: { id: pathway, version },
});

describe('publishing', () => {
  it('makes the next version, on which new cases begin while others stay on theirs', async () => {
    const pathway = await newCourse();
    const before = await addCase(api.server, pathway, ada.id);
    const draft = await drawn(pathway);
    const published = await api.ask('publishVersion', publishing(bea, draft));
    expect(published).toMatchObject({ pathway, version: 2 });
    expect(published.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(await versionOf(before)).toBe(1);
    expect(await versionOf(await addCase(api.server, pathway, ada.id))).toBe(2);
    const params = { id: pathway, version: 2 };
    const stored = await api.ask('readPathwayVersion', { as: ada.token, params });
    expect(stored).toMatchObject({ contentHash: published.contentHash, document: draft.document });
  });

  it('closes the draft', async () => {
    const draft = await drawn(await newCourse());
    await api.ask('publishVersion', publishing(ada, draft));
    expect(await api.ask('readDraft', named(ada, draft.id))).toMatchObject({ publishedVersion: 2 });
    await api.askInVain('saveDraft', 'draft-closed', saving(ada, draft, titled('Ancora')));
    await api.askInVain('discardDraft', 'draft-closed', named(ada, draft.id));
    await api.askInVain('restoreDraft', 'draft-closed', named(ada, draft.id));
    await api.askInVain('publishVersion', 'draft-closed', publishing(bea, draft, 'Un’altra volta'));
  });

  it('answers a repeat with what was published, and publishes once', async () => {
    const pathway = await newCourse();
    const asking = publishing(ada, await drawn(pathway));
    const first = await api.ask('publishVersion', asking);
    expect(await api.ask('publishVersion', asking)).toEqual(first);
    expect((await historyOf(pathway)).versions).toHaveLength(2);
  });

  it('begins a new pathway with its version 1', async () => {
    const title = { it: 'Inedito', en: 'New' };
    const empty = { from: 'empty', id: 'inedito', title };
    const begun = await api.ask('createDraft', { as: ada.token, body: empty });
    await api.askInVain('publishVersion', 'draft-has-errors', publishing(ada, begun));
    await api.ask('saveDraft', saving(ada, { ...begun, document: courseOf('inedito') }));
    const draft = { ...begun, revision: 2 };
    expect(await api.ask('publishVersion', publishing(ada, draft))).toMatchObject({ version: 1 });
    expect(await versionOf(await addCase(api.server, 'inedito', ada.id))).toBe(1);
    const { pathways } = await api.ask('listPathways', { as: ada.token });
    expect(pathways.map(({ id }: { id: string }) => id)).toContain('inedito');
  });

  it.each([
    ['no note', '', 'input-invalid'],
    ['hardly a note', '  . ', 'input-invalid'],
    ['no end of a note', 'x'.repeat(2001), 'input-invalid'],
  ] as const)('needs words: %s', async (_, note, code) => {
    const draft = await drawn(await newCourse());
    await api.askInVain('publishVersion', code, publishing(ada, draft, note));
  });

  it('needs the revision that was read, and a change', async () => {
    const pathway = await newCourse();
    const draft = await drawn(pathway);
    const stale = publishing(ada, { ...draft, revision: 1 });
    expect(await api.askInVain('publishVersion', 'revision-stale', stale)).toMatchObject({
      revision: 2,
    });
    await api.ask('publishVersion', publishing(ada, draft));
    const same = await draftOf(api, ada, pathway);
    await api.askInVain('publishVersion', 'version-unchanged', publishing(ada, same));
  });

  it('brings a version back once the one after it is withdrawn, for who began on that', async () => {
    const pathway = await newCourse();
    await api.ask('publishVersion', publishing(ada, await drawn(pathway)));
    await api.ask('publishVersion', publishing(ada, await drawn(pathway, titled('Un errore'))));
    const astray = await addCase(api.server, pathway, ada.id);
    await api.ask('withdrawVersion', withdrawal(pathway, 3));
    const asBefore = await draftOf(api, ada, pathway);
    expect(asBefore.baseVersion).toBe(2);
    const back = await api.ask('publishVersion', publishing(ada, asBefore));
    expect(back).toMatchObject({ version: 4 });
    const asked = { ...named(ada, pathway), key: 'chiave-ritorno', body: { version: 4 } };
    const plan = await api.ask('planMigration', asked);
    await workOnMigration(api.server, plan.id);
    const { cases } = await api.ask('listMigrationCases', named(ada, plan.id));
    expect(cases).toMatchObject([{ id: astray, version: 3 }]);
    const again = publishing(ada, await draftOf(api, ada, pathway));
    await api.askInVain('publishVersion', 'version-unchanged', again);
    await api.ask('withdrawVersion', withdrawal(pathway, 4));
    const withdrawn = publishing(ada, await draftOf(api, ada, pathway));
    await api.askInVain('publishVersion', 'version-unchanged', withdrawn);
  });

  it('is refused while somebody would get stuck, and says where', async () => {
    const draft = await drawn(await newCourse(), (document) => {
      document.machine.states.choosing.on = {};
      document.machine.states.choosing.invoke = undefined;
    });
    const refused = await api.askInVain(
      'publishVersion',
      'draft-has-errors',
      publishing(ada, draft),
    );
    expect(refused.faults?.length).toBeGreaterThan(0);
    for (const { path, message } of refused.faults!) {
      expect(path).toMatch(/^\//);
      expect(message.it && message.en).toBeTruthy();
    }
    expect(await api.ask('readDraft', named(ada, draft.id))).toMatchObject({
      publishedVersion: null,
    });
  });

  it('is refused where work would go to an organisation that is not there, and says where', async () => {
    const draft = await drawn(await newCourse(), (document) => {
      document.machine.states.choosing.invoke.input.assignee = { organisation: 'nobody' };
    });
    const asking = publishing(ada, draft);
    const { faults } = await api.askInVain('publishVersion', 'draft-has-errors', asking);
    expect(faults).toMatchObject([{ path: '/steps/choosing' }]);
    expect(faults![0]!.message.it).toContain('«nobody», che qui non c’è');
    await addOrganisation(api.server, 'nobody');
    await api.ask('publishVersion', asking);
  });

  it('is refused when it would be for groups where it was for persons', async () => {
    const draft = await drawn(await newCourse(), (document) => {
      document.subject = 'group';
    });
    const refused = await api.askInVain(
      'publishVersion',
      'draft-has-errors',
      publishing(ada, draft),
    );
    expect(refused.faults?.map(({ path }) => path)).toContain('/subject');
  });

  it('is refused while it opens a pathway that nobody published', async () => {
    const draft = await drawn(await newCourse(), (document) => {
      document.machine.states.choosing.invoke = {
        id: 'beyond',
        src: 'pathway',
        input: { label: { it: 'Oltre', en: 'Beyond' }, pathway: 'mai-visto' },
        onDone: { target: '#choosing' },
        onError: { target: '#choosing' },
      };
    });
    const refused = await api.askInVain(
      'publishVersion',
      'draft-has-errors',
      publishing(ada, draft),
    );
    expect(JSON.stringify(refused.faults)).toContain('mai-visto');
  });

  it('is given up when the check takes too long, and changes nothing', async () => {
    const draft = await drawn(await newCourse());
    const asking = publishing(ada, draft);
    const asked = { ...asking, reader: ada, idempotencyKey: 'chiave' } as never;
    const answer = await publishVersion(api.server, asked, new DocumentThread(0));
    expect(answer).toMatchObject({ code: 'check-unfinished' });
    await api.ask('publishVersion', asking);
  });
});

const WALKER = {
  name: 'Zoe inventata',
  profile: { it: '22 anni', en: '22 years old' },
  says: { it: 'Si può girare e lasciare.', en: 'One may turn and leave.' },
  participant: { age: 22, helped: false },
  start: '2026-01-12T09:00:00.000Z',
  walk: [
    { do: { type: 'action', action: 'TURN' }, steps: ['choosing'] },
    { do: { type: 'action', action: 'STOP' }, steps: ['finished'] },
  ],
  outcome: 'completed',
};
const keepWalker = (pathway: string, told: object = {}) =>
  api.ask('keepPersona', { ...named(ada, pathway), body: { ...WALKER, ...told } });
const withoutTurning = (document: ReturnType<typeof courseOf>) => {
  delete document.machine.states.choosing.on.TURN;
};

describe('publishing a draft of which the check can’t tell everything', () => {
  it('is refused with what it could not, until whoever publishes has seen it', async () => {
    const draft = await drawn(await newCourse(), ({ participant, rules, machine }) => {
      participant.properties.helped = { type: 'boolean', label: { it: 'Aiuto', en: 'Help' } };
      rules['is-helped'] = { fact: 'participant.helped', op: '=', value: true };
      // Whoever comes there may leave, unless nobody helps them any more.
      const { choosing, late } = machine.states;
      const guarded = [machine.on.STOP, choosing.after.P7D, late.on.LEAVE];
      for (const transition of guarded) transition.guard = 'is-helped';
    });
    const asking = publishing(ada, draft);
    const { faults } = await api.askInVain('publishVersion', 'check-undecided', asking);
    expect(faults![0]!.message.it).toMatch(/^Di qualche situazione non è stato possibile dire/);
    await api.ask('publishVersion', {
      ...asking,
      body: { ...(asking.body as object), undecided: true },
    });
  });
});

describe('publishing a draft that a persona can’t walk to the end', () => {
  it('is refused with who stops at which stop, until whoever publishes has seen it', async () => {
    const pathway = await newCourse();
    const kept = await keepWalker(pathway);
    const draft = await drawn(pathway, withoutTurning);
    const { faults } = await api.askInVain(
      'publishVersion',
      'personas-astray',
      publishing(ada, draft),
    );
    expect(faults).toMatchObject([{ path: kept.id }]);
    expect(faults![0]!.message.it).toMatch(/^Zoe inventata: alla tappa 1, in «Scelta», si ferma/);
    const seeing = (astray: string[]) => {
      const asking = publishing(ada, draft);
      return { ...asking, body: { ...(asking.body as object), astray } };
    };
    await api.askInVain('publishVersion', 'personas-astray', seeing(['somebody-else']));
    const other = await keepWalker(pathway, { name: 'Lea' });
    const both = await api.askInVain('publishVersion', 'personas-astray', seeing([kept.id]));
    expect(both.faults).toHaveLength(2);
    await api.ask('publishVersion', seeing([kept.id, other.id]));
  });

  it('is refused where it leads elsewhere, or to another outcome, but not once it is forgotten', async () => {
    const pathway = await newCourse();
    const walk = [{ do: { type: 'action', action: 'TURN' }, steps: ['late'] }];
    const elsewhere = await keepWalker(pathway, { walk, outcome: undefined });
    const outcome = await keepWalker(pathway, { name: 'Lea', outcome: 'withdrawn' });
    const asking = publishing(ada, await drawn(pathway));
    const { faults } = await api.askInVain('publishVersion', 'personas-astray', asking);
    const told = new Map(faults!.map(({ path, message }) => [path, message.it]));
    expect(told.get(elsewhere.id)).toContain(
      'alla tappa 1 arriva a «Scelta», non più a «In ritardo»',
    );
    expect(told.get(outcome.id)).toContain('alla fine l’esito è un altro');
    for (const { id, revision } of [elsewhere, outcome]) {
      await api.ask('forgetPersona', { ...named(ada, id), revision, key: 'una-chiave' });
    }
    await api.ask('publishVersion', asking);
  });

  it('is refused for those of the installation’s files, too', async () => {
    await publishCourse(api, 'mig-work-neet');
    const draft = await drawn('mig-work-neet');
    const asking = publishing(ada, draft);
    const { faults } = await api.askInVain('publishVersion', 'personas-astray', asking);
    expect(faults!.map(({ path }) => path)).toContain('nadia');
  });

  it('is to be asked again where the personas were changed while it was checked', async () => {
    const pathway = await newCourse();
    const asking = publishing(ada, await drawn(pathway));
    const asked = { ...asking, reader: ada, idempotencyKey: 'chiave' } as never;
    const thread = new DocumentThread(60_000);
    const ask = thread.ask.bind(thread);
    thread.ask = async (job) => {
      const answer = await ask(job);
      await keepWalker(pathway);
      return answer;
    };
    expect(await publishVersion(api.server, asked, thread)).toMatchObject({
      code: 'personas-changed',
    });
    await api.ask('publishVersion', asking);
  });
});

describe('two who publish at once', () => {
  it('are one who pressed twice: both answers are of the one version', async () => {
    const pathway = await newCourse();
    const asked = publishing(ada, await drawn(pathway));
    const [one, other] = await Promise.all([
      api.ask('publishVersion', asked),
      api.ask('publishVersion', asked),
    ]);
    expect(other).toEqual(one);
    expect((await historyOf(pathway)).versions).toHaveLength(2);
  });

  it('from one draft: one wins', async () => {
    const pathway = await newCourse();
    const draft = await drawn(pathway);
    const answers = await Promise.all(
      [ada, bea].map((who) => api.send('publishVersion', publishing(who, draft, `Di ${who.id}`))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await historyOf(pathway)).versions).toHaveLength(2);
  });

  it('from drafts of the same version: exactly one of eight wins, the others must merge', async () => {
    const pathway = await newCourse();
    const drafts = [];
    for (let count = 0; count < 8; count += 1) {
      drafts.push(await drawn(pathway, titled(`Corso ${count}`)));
    }
    const answers = await Promise.all(
      drafts.map((draft) => api.send('publishVersion', publishing(ada, draft))),
    );
    const codes = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { code?: string }).code ?? 'won'),
    );
    expect(codes.filter((code) => code === 'won')).toHaveLength(1);
    expect(codes.filter((code) => code === 'version-not-current')).toHaveLength(7);
    const { versions } = await historyOf(pathway);
    expect(versions.map(({ version }) => version)).toEqual([2, 1]);
    const lost = drafts[codes.indexOf('version-not-current')]!;
    expect(await api.ask('readDraft', named(ada, lost.id))).toMatchObject({
      baseVersion: 1,
      currentVersion: 2,
    });
    const merged = saving(ada, lost, titled('Unita'), { baseVersion: 2 });
    const { revision } = await api.ask('saveDraft', merged);
    const again = publishing(ada, { id: lost.id, revision });
    expect(await api.ask('publishVersion', again)).toMatchObject({ version: 3 });
  });

  it('and one who saves at the same time never gets in between', async () => {
    const pathway = await newCourse();
    const draft = await drawn(pathway);
    const [published, saved] = await Promise.all([
      api.send('publishVersion', publishing(ada, draft)),
      api.send('saveDraft', saving(bea, draft, titled('All’ultimo'))),
    ]);
    expect([
      [200, 409],
      [412, 200],
    ]).toContainEqual([published.status, saved.status]);
  });
});

describe('a version', () => {
  it('that is withdrawn takes no new cases; those inside go on, and it can be restored', async () => {
    const pathway = await newCourse();
    await api.ask('publishVersion', publishing(ada, await drawn(pathway)));
    const inside = await addCase(api.server, pathway, ada.id);
    await api.ask('withdrawVersion', withdrawal(pathway, 2));
    await api.ask('withdrawVersion', withdrawal(pathway, 2, 'Di nuovo'));
    expect(await versionOf(await addCase(api.server, pathway, ada.id))).toBe(1);
    expect(await versionOf(inside)).toBe(2);
    const [second, first] = (await historyOf(pathway)).versions;
    expect(second).toMatchObject({ current: false, withdrawn: { note: 'Non va bene' } });
    expect(first).toMatchObject({ current: true, withdrawn: null });
    await api.ask('restoreVersion', restoration(pathway, 2));
    await api.ask('restoreVersion', restoration(pathway, 2));
    expect(await versionOf(await addCase(api.server, pathway, ada.id))).toBe(2);
  });

  it('after a withdrawn one has a number of its own', async () => {
    const pathway = await newCourse();
    await api.ask('publishVersion', publishing(ada, await drawn(pathway)));
    await api.ask('withdrawVersion', withdrawal(pathway, 2));
    const draft = await drawn(pathway, titled('Meglio'));
    expect(draft.baseVersion).toBe(1);
    expect(await api.ask('publishVersion', publishing(ada, draft))).toMatchObject({ version: 3 });
    await api.ask('restoreVersion', restoration(pathway, 2));
    expect(await versionOf(await addCase(api.server, pathway, ada.id))).toBe(3);
  });

  it('that is the only one closes the pathway when it is withdrawn', async () => {
    const pathway = await newCourse();
    await api.ask('withdrawVersion', withdrawal(pathway, 1));
    await expect(addCase(api.server, pathway, ada.id)).rejects.toMatchObject({
      no: { code: 'pathway-closed' },
    });
    expect((await historyOf(pathway)).versions[0]).toMatchObject({ current: false });
    await api.ask('restoreVersion', restoration(pathway, 1));
    await addCase(api.server, pathway, ada.id);
  });

  it('that is the only one of a sub-pathway stops whoever would go into it, and nobody else', async () => {
    await publishCourse(api, 'course');
    await publish(api.server, WORKSHOP);
    const manager = await addSomebody(api.server, ['case-manager']);
    const id = await addCase(api.server, 'workshop', manager.id);
    await api.ask('withdrawVersion', withdrawal('course', 1));
    const sending = { ...publishing(manager, { id, revision: 1 }), body: { action: 'SEND' } };
    await api.askInVain('act', 'pathway-closed', sending);
    await api.ask('restoreVersion', restoration('course', 1));
    expect(await api.ask('act', sending)).toMatchObject({ revision: 2, steps: ['sent'] });
  });

  it('is never changed by the role that serves', async () => {
    const statement = `update pathway_version set note = 'x'`;
    const owns = api.server.access.owner.user === api.server.access.server.user;
    if (!owns) await expect(api.server.pool.query(statement)).rejects.toThrow(/permission denied/);
  });

  it('that is not there is not withdrawn', async () => {
    await api.askInVain('withdrawVersion', 'not-found', withdrawal(await newCourse(), 7));
    await api.askInVain('restoreVersion', 'not-found', restoration('nulla', 1));
    await api.askInVain('readVersionHistory', 'not-found', named(ada, 'nulla'));
  });
});

describe('the history of versions', () => {
  it('says who, when, why, how many are inside, and in sentences what changed', async () => {
    const pathway = await newCourse();
    const draft = await drawn(pathway, titled('Uno'));
    const edited = saving(bea, draft, (document) => {
      document.steps.choosing.label = { it: 'Scelta ampia', en: 'Wide choice' };
    });
    const { revision } = await api.ask('saveDraft', edited);
    await api.ask('publishVersion', publishing(ada, { id: draft.id, revision }, 'Più chiaro'));
    await addCase(api.server, pathway, ada.id);
    const { versions } = await historyOf(pathway);
    expect(versions[0]).toMatchObject({
      version: 2,
      note: 'Più chiaro',
      publishedBy: { id: ada.id },
      publishedAt: api.server.clock().toISOString(),
      running: 1,
      current: true,
    });
    expect(versions[0]!.authors.map(({ id }) => id).sort()).toEqual([ada.id, bea.id].sort());
    const told = versions[0]!.differences!.map(({ words }) => words.it);
    expect(told.some((sentence) => sentence.includes('Scelta ampia'))).toBe(true);
    expect(versions[1]).toMatchObject({ version: 1, differences: null, publishedBy: null });
    expect(await historyOf(pathway)).toEqual({ pathway, versions });
  });
});

it('a step that got another key by a command is told as renamed, however else it changed', async () => {
  const pathway = await newCourse();
  const draft = await draftOf(api, ada, pathway);
  const edits = [{ name: 'rename-step', parameters: { step: 'choosing', to: 'zeta' } }];
  const text = JSON.stringify(draft.document)
    .replaceAll('"choosing"', '"zeta"')
    .replaceAll('"#choosing"', '"#zeta"');
  const { revision } = await api.ask('saveDraft', {
    ...saving(ada, draft),
    body: { document: text, edits },
  });
  await api.ask('publishVersion', publishing(ada, { id: draft.id, revision }));
  const [second] = (await historyOf(pathway)).versions;
  expect(second!.differences).toContainEqual(
    expect.objectContaining({
      kind: 'renamed',
      element: expect.objectContaining({ key: 'zeta', keyBefore: 'choosing' }),
    }),
  );
});

it('nobody but a coordinator publishes, approves or withdraws', async () => {
  const pathway = await newCourse();
  const draft = await drawn(pathway);
  for (const role of ['case-manager', 'partner-operator', 'monitor', 'administrator'] as const) {
    const other = await addSomebody(api.server, [role]);
    await api.askInVain('publishVersion', 'forbidden', publishing(other, draft));
    await api.askInVain('approveDraft', 'forbidden', {
      ...publishing(other, draft),
      body: undefined,
    });
    await api.askInVain('withdrawApproval', 'forbidden', named(other, draft.id));
    const version = { ...withdrawal(pathway, 1), as: other.token };
    await api.askInVain('withdrawVersion', 'forbidden', version);
    await api.askInVain('restoreVersion', 'forbidden', { ...version, body: undefined });
  }
});
