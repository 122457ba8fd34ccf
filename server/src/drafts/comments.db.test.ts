import { beforeAll, describe, expect, it } from 'vitest';
import type { DraftComment, DraftView } from '../contract/drafts.ts';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { coordinator, draftOf, named, publishCourse, saving } from './testing.ts';

const api = useTestApi();
let ada: Somebody;
let bea: Somebody;
let draft: DraftView;

beforeAll(async () => {
  ada = await coordinator(api);
  bea = await coordinator(api);
  await publishCourse(api, 'course');
  draft = await draftOf(api, ada, 'course');
});

const saying = (as: Somebody, text: string, more: object = {}) => ({
  ...named(as, draft.id),
  body: { text, ...more },
});
const say = (as: Somebody, text: string, more?: object): Promise<DraftComment> =>
  api.ask('addComment', saying(as, text, more));
const about = (as: Somebody, comment: DraftComment) => ({
  as: as.token,
  params: { id: draft.id, comment: comment.id },
});
const read = async (comment: DraftComment): Promise<DraftComment> => {
  const { comments } = await api.ask('listComments', named(bea, draft.id));
  return comments.find(({ id }: DraftComment) => id === comment.id);
};
const openThreads = async () => (await api.ask('readDraft', named(ada, draft.id))).openComments;

describe('a comment', () => {
  it('is about a step or the whole, and is answered in its thread', async () => {
    const whole = await say(ada, 'Bello');
    expect(whole).toMatchObject({ step: null, parent: null, person: { id: ada.id } });
    const thread = await say(ada, 'Perché due volte?', { step: 'choosing' });
    const answer = await say(bea, 'Per chi cambia idea', { parent: thread.id, step: 'altro' });
    expect(answer).toMatchObject({ step: 'choosing', parent: thread.id, person: { id: bea.id } });
    const { faults } = await api.askInVain(
      'addComment',
      'input-invalid',
      saying(ada, 'Ancora', { parent: answer.id }),
    );
    expect(faults?.[0]?.path).toBe('parent');
  });

  it('is resolved and opened again by anybody, and counted while it is open', async () => {
    const before = await openThreads();
    const thread = await say(ada, 'Da vedere');
    expect(await openThreads()).toBe(before + 1);
    await api.ask('resolveComment', about(bea, thread));
    await api.ask('resolveComment', about(bea, thread));
    expect((await read(thread)).resolved).toMatchObject({ by: { id: bea.id } });
    expect(await openThreads()).toBe(before);
    await api.ask('reopenComment', about(ada, thread));
    expect((await read(thread)).resolved).toBeNull();
    const answer = await say(bea, 'Visto', { parent: thread.id });
    await api.askInVain('resolveComment', 'not-found', about(ada, answer));
  });

  it('is taken back by whoever wrote it; its words go, the answers stay', async () => {
    const thread = await say(ada, 'Una parola di troppo');
    const answer = await say(bea, 'Già', { parent: thread.id });
    await api.askInVain('deleteComment', 'forbidden', about(bea, thread));
    await api.ask('deleteComment', about(ada, thread));
    await api.ask('deleteComment', about(ada, thread));
    expect(await read(thread)).toMatchObject({ text: '', deleted: true });
    expect(await read(answer)).toMatchObject({ text: 'Già', deleted: false });
    const { rows } = await api.server.pool.query(
      `select from draft_comment where text like '%di troppo%'`,
    );
    expect(rows).toEqual([]);
  });

  it('goes with its step when that is renamed or replaced, and back with it', async () => {
    const thread = await say(ada, 'Su questo passo', { step: 'choosing' });
    const stepAfter = async (name: string, parameters: object) => {
      const { revision, document } = await api.ask('readDraft', named(ada, draft.id));
      const edits = [{ name, parameters }];
      const retitled = { ...(document as { title: object }), title: { it: name, en: name } };
      const save = saving(ada, { ...draft, revision, document: retitled }, () => {}, { edits });
      await api.ask('saveDraft', save);
      return (await read(thread)).step;
    };
    expect(await stepAfter('rename-step', { step: 'choosing', to: 'scelta' })).toBe('scelta');
    expect(await stepAfter('replace-step', { step: 'scelta', by: 'test' })).toBe('test');
    expect(await stepAfter('rename-step', { step: 'test', to: 'scelta' })).toBe('scelta');
    expect(await stepAfter('set-step-label', { step: 'scelta', to: 'test' })).toBe('scelta');
  });

  it.each([
    ['empty', '   '],
    ['too long', 'x'.repeat(2001)],
    ['no text', 'a\0b'],
  ])('is refused when it is %s', async (_, text) => {
    await api.askInVain('addComment', 'input-invalid', saying(ada, text));
  });

  it('belongs to its draft', async () => {
    const thread = await say(ada, 'Qui');
    const other = await draftOf(api, ada, 'course');
    const elsewhere = { as: ada.token, params: { id: other.id, comment: thread.id } };
    for (const name of ['resolveComment', 'reopenComment', 'deleteComment'] as const) {
      await api.askInVain(name, 'not-found', elsewhere);
    }
    const answer = { ...named(ada, other.id), body: { text: 'Là', parent: thread.id } };
    await api.askInVain('addComment', 'input-invalid', answer);
  });

  it('is read and written by coordinators only', async () => {
    const thread = await say(ada, 'Tra noi');
    for (const role of ['case-manager', 'monitor', 'administrator', 'youth'] as const) {
      const other = await addSomebody(api.server, [role]);
      await api.askInVain('listComments', 'forbidden', named(other, draft.id));
      await api.askInVain('addComment', 'forbidden', saying(other, 'Anch’io'));
      for (const name of ['resolveComment', 'reopenComment', 'deleteComment'] as const) {
        await api.askInVain(name, 'forbidden', about(other, thread));
      }
    }
  });

  it('can be read, but no more be made, once the draft is closed', async () => {
    const closed = await draftOf(api, ada, 'course');
    await api.ask('discardDraft', named(ada, closed.id));
    const asking = { ...named(ada, closed.id), body: { text: 'Tardi' } };
    await api.askInVain('addComment', 'draft-closed', asking);
    expect(await api.ask('listComments', named(ada, closed.id))).toEqual({ comments: [] });
  });

  it('is one of a thousand at most', async () => {
    const full = await draftOf(api, ada, 'course');
    await api.server.pool.query(
      `insert into draft_comment (id, draft_id, person_id, at, text, revision)
       select gen_random_uuid(), $1, $2, now(), 'x', i from generate_series(1, 1000) i`,
      [full.id, ada.id],
    );
    const asking = { ...named(ada, full.id), body: { text: 'Il prossimo' } };
    await api.askInVain('addComment', 'comments-full', asking);
  });
});
