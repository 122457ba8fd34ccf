import { beforeAll, describe, expect, it } from 'vitest';
import type { KeptPersona } from '../contract/personas.ts';
import { addSomebody, type Somebody, useTestApi } from '../http/testing.ts';
import { personaValues } from '../programme/definitions-folder.ts';
import { coordinator, named, publishCourse } from './testing.ts';

const api = useTestApi();
let ada: Somebody;
let bea: Somebody;

beforeAll(async () => {
  ada = await coordinator(api);
  bea = await coordinator(api);
  await publishCourse(api, 'course');
  await publishCourse(api, 'mig-work-neet');
});

const TOLD = {
  name: 'Zoe inventata',
  profile: { it: '22 anni', en: '22 years old' },
  says: { it: 'Si può girare due volte.', en: 'One may turn twice.' },
  participant: { age: 22, helped: false },
  start: '2026-01-12T09:00:00.000Z',
  walk: [
    { after: 'P2D', do: { type: 'action', action: 'TURN' }, steps: ['choosing'] },
    {
      do: {
        type: 'refused',
        event: { type: 'action', action: 'ENROL', answer: {} },
        code: 'answer-invalid',
      },
      steps: ['choosing'],
    },
    { do: { type: 'participant', facts: { age: null } } },
    { do: { type: 'action', action: 'STOP' }, steps: ['stopped'] },
  ],
  outcome: 'withdrawn',
};

const keeping = (as: Somebody, told: object = {}, pathway = 'course') => ({
  ...named(as, pathway),
  body: { ...TOLD, ...told },
});
const keep = (as: Somebody, told?: object, pathway?: string): Promise<KeptPersona> =>
  api.ask('keepPersona', keeping(as, told, pathway));
let keys = 0;
const changing = (as: Somebody, { id, revision }: KeptPersona, told: object = {}) => ({
  ...named(as, id),
  revision,
  key: `chiave-${++keys}`,
  body: { ...TOLD, ...told },
});
const seeing = (as: Somebody, { id, revision }: Pick<KeptPersona, 'id' | 'revision'>) => ({
  ...named(as, id),
  revision,
  key: `chiave-${++keys}`,
});
const personasOf = (pathway: string) => api.ask('readPersonas', named(bea, pathway));

describe('a persona', () => {
  it('is kept as it was told, and every coordinator reads it', async () => {
    const kept = await keep(ada);
    expect(kept).toMatchObject({ pathway: 'course', revision: 1, keptBy: { id: ada.id } });
    const { personas, kept: all } = await personasOf('course');
    expect(personas).toEqual([{ id: kept.id, pathway: 'course', ...TOLD }]);
    expect(all).toEqual([kept]);
    expect(await keep(ada), 'asking again is harmless').toEqual(kept);
  });

  it('has a name of its own in its pathway', async () => {
    const told = { name: 'ZOE Inventata' };
    await api.askInVain('keepPersona', 'persona-name-taken', keeping(bea, told));
    const other = await keep(bea, { name: 'Lea' });
    const again = changing(bea, other, { name: TOLD.name });
    await api.askInVain('changePersona', 'persona-name-taken', again);
    await keep(bea, {}, 'mig-work-neet');
  });

  it('is given another name or walk by anybody who saw it as it is', async () => {
    const kept = await keep(ada, { name: 'Mara' });
    const change = changing(bea, kept, { name: 'Mara due', walk: [], outcome: undefined });
    const changed = await api.ask('changePersona', change);
    expect(changed).toMatchObject({ name: 'Mara due', revision: 2, keptBy: { id: bea.id } });
    const { personas } = await personasOf('course');
    expect(personas.find(({ id }: { id: string }) => id === kept.id)).toMatchObject({ walk: [] });
    expect(await api.ask('changePersona', change), 'asking again is harmless').toEqual(changed);
    const stale = await api.askInVain('changePersona', 'revision-stale', changing(ada, kept));
    expect(stale.revision).toBe(2);
  });

  it('is forgotten by who saw it as it is, and taken up again; who did so stays known', async () => {
    const kept = await keep(ada, { name: 'Teo' });
    const changed = await api.ask('changePersona', changing(bea, kept, { name: 'Teo due' }));
    const stale = await api.askInVain('forgetPersona', 'revision-stale', seeing(ada, kept));
    expect(stale).toMatchObject({
      revision: 2,
      detail: expect.stringContaining('guarda com’è ora'),
    });
    await api.ask('forgetPersona', seeing(bea, changed));
    await api.ask('forgetPersona', seeing(bea, changed));
    await api.askInVain('changePersona', 'persona-forgotten', changing(ada, changed));
    const { kept: left, personas, forgotten } = await personasOf('course');
    expect([...left, ...personas].map(({ id }) => id)).not.toContain(kept.id);
    const [gone] = forgotten;
    expect(gone).toMatchObject({ id: kept.id, name: 'Teo due', revision: 3 });
    expect(gone.forgottenBy.id).toBe(bea.id);

    await api.askInVain('restorePersona', 'revision-stale', seeing(ada, kept));
    const back = await api.ask('restorePersona', seeing(ada, gone));
    expect(back).toEqual({ ...changed, revision: 4 });
    expect(await api.ask('restorePersona', seeing(ada, gone)), 'a repeat').toEqual(back);
    expect((await personasOf('course')).forgotten).toEqual([]);
    const { rows } = await api.server.pool.query(
      'select what, person_id as by from persona_edit where persona_id = $1 order by revision',
      [kept.id],
    );
    expect(rows).toEqual([
      { what: 'kept', by: ada.id },
      { what: 'changed', by: bea.id },
      { what: 'forgotten', by: bea.id },
      { what: 'restored', by: ada.id },
    ]);
    const lose = 'delete from persona_edit where persona_id = $1';
    await expect(api.server.pool.query(lose, [kept.id])).rejects.toThrow(/permission denied/);
  });

  it('that was forgotten leaves its name to another, and waits until that is free', async () => {
    const kept = await keep(ada, { name: 'Pia' });
    await api.ask('forgetPersona', seeing(ada, kept));
    const other = await keep(bea, { name: 'Pia' });
    const again = { ...kept, revision: 2 };
    await api.askInVain('restorePersona', 'persona-name-taken', seeing(ada, again));
    await api.ask('forgetPersona', seeing(ada, other));
    expect((await api.ask('restorePersona', seeing(ada, again))).name).toBe('Pia');
  });

  it('takes the place of one of the installation’s own, until it is forgotten', async () => {
    const [nadia] = personaValues('mig-work-neet').filter(
      (one) => (one as { id: string }).id === 'nadia',
    ) as { id: string; name: string }[];
    const { id, name } = nadia!;
    const own = async () => {
      const { personas } = await personasOf('mig-work-neet');
      return personas.filter((one: { name: string }) => one.name === name);
    };
    await api.askInVain(
      'keepPersona',
      'persona-name-taken',
      keeping(ada, { name }, 'mig-work-neet'),
    );
    const kept = await keep(ada, { name, replaces: id }, 'mig-work-neet');
    expect(kept.replaces).toBe(id);
    expect(await own()).toMatchObject([{ id: kept.id, walk: TOLD.walk }]);
    const twice = keeping(ada, { name: 'Nadia bis', replaces: id }, 'mig-work-neet');
    await api.askInVain('keepPersona', 'persona-name-taken', twice);
    await api.ask('forgetPersona', seeing(ada, kept));
    expect(await own()).toEqual([nadia]);
  });

  it('is of a pathway that there is, published or only drawn', async () => {
    await api.askInVain('keepPersona', 'not-found', keeping(ada, {}, 'nowhere'));
    const title = { it: 'Nuovo', en: 'New' };
    await api.ask('createDraft', { as: ada.token, body: { from: 'empty', id: 'new-one', title } });
    expect((await keep(ada, {}, 'new-one')).pathway).toBe('new-one');
  });

  it('is told of with its pathway alone, and there is none of a pathway that is not there', async () => {
    await publishCourse(api, 'lonely');
    expect(await personasOf('lonely')).toEqual({ personas: [], kept: [], forgotten: [] });
    const { personas } = await personasOf('mig-work-neet');
    expect(personas.length).toBeGreaterThan(8);
    expect(personas.every((one: { pathway: string }) => one.pathway === 'mig-work-neet')).toBe(
      true,
    );
    await api.askInVain('readPersonas', 'not-found', named(bea, 'nowhere'));
    await api.askInVain('readPersonas', 'not-found', named(bea, 'constructor'));
  });

  it('is one of a hundred at most', async () => {
    await publishCourse(api, 'crowded');
    await api.server.pool.query(
      `insert into persona (id, pathway_id, name, told, kept_at, kept_by)
       select gen_random_uuid(), 'crowded', 'P' || n, '{}', now(), $1
       from generate_series(1, 100) n`,
      [ada.id],
    );
    await api.askInVain('keepPersona', 'personas-full', keeping(ada, {}, 'crowded'));
    await api.askInVain(
      'keepPersona',
      'persona-name-taken',
      keeping(ada, { name: 'p7' }, 'crowded'),
    );
    await api.server.pool.query(
      `update persona set forgotten_at = now() where pathway_id = 'crowded' and name = 'P1'`,
    );
    const kept = await keep(ada, {}, 'crowded');
    const { rows } = await api.server.pool.query(
      `select id, revision from persona where pathway_id = 'crowded' and name = 'P1'`,
    );
    await api.askInVain('restorePersona', 'personas-full', seeing(ada, rows[0]));
    expect(kept.pathway).toBe('crowded');
  });

  it.each([
    ['start', { start: '0001-01-01T00:00:00.000Z' }],
    ['walk.0.after', { walk: [{ after: 'P1Y1', do: { type: 'timer', timer: 'a/P1D' } }] }],
    ['walk.1.after', { walk: Array(2).fill({ after: 'P99Y', do: TOLD.walk[0]!.do }) }],
    ['replaces', { replaces: 'nobody' }],
    ['outcome', { outcome: 'constructor' }],
    ['walk', { walk: Array(301).fill({ do: { type: 'timer', timer: 'a/P1D' } }) }],
    ['walk.0.do', { walk: [{ do: { type: 'migrate', from: 1, to: 2 } }] }],
    ['name', { name: 'https://example.org' }],
  ])('that could not be walked is refused at %s', async (path, told) => {
    const { faults } = await api.askInVain('keepPersona', 'input-invalid', keeping(ada, told));
    expect(faults?.map((fault) => fault.path).join()).toContain(path);
  });

  it('is nobody’s but the coordinators’', async () => {
    const kept = await keep(ada, { name: 'Ivo' });
    const manager = await addSomebody(api.server, ['case-manager', 'monitor', 'administrator']);
    await api.askInVain('readPersonas', 'forbidden', named(manager, 'course'));
    await api.askInVain('keepPersona', 'forbidden', keeping(manager, { name: 'Ugo' }));
    await api.askInVain('changePersona', 'forbidden', changing(manager, kept));
    await api.askInVain('forgetPersona', 'forbidden', seeing(manager, kept));
    await api.askInVain('restorePersona', 'forbidden', seeing(manager, kept));
  });
});
