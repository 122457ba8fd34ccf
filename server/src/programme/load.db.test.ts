import { beforeAll, describe, expect, it } from 'vitest';
import { loadCase } from '../case/load-case.ts';
import { replayCase } from '../case/replay-case.ts';
import { useTestServer } from '../database/testing.ts';
import { CONVENED, REGISTERED, TAKEN_IN_CHARGE } from './demonstration/plan-youths.ts';
import { loadProgramme } from './load.ts';

describe('the demonstration programme', () => {
  const server = useTestServer();
  const count = async (sql: string) =>
    Number((await server.pool.query<{ n: string }>(`SELECT (SELECT ${sql}) AS n`)).rows[0]!.n);
  const youths = `FROM "case" c JOIN participant p ON p.id = c.participant_id
    WHERE p.subject = 'person' AND c.parent_case_id IS NULL`;

  beforeAll(() => loadProgramme(server, { demonstration: true }), 180_000);

  it('has 328 registered, 184 convened and 170 youths taken in charge', async () => {
    const entered = (step: string) =>
      count(`count(*) ${youths} AND EXISTS (SELECT FROM trace_entry t
        WHERE t.case_id = c.id AND '${step}' = ANY (t.entered))`);
    expect({
      registered: await count(`count(*) ${youths}`),
      convened: await entered('convened'),
      inCharge: await entered('in-charge'),
    }).toEqual({ registered: REGISTERED, convened: CONVENED, inCharge: TAKEN_IN_CHARGE });
  });

  it('reached 853 young people in groups and 17 at meetings of spontaneous groups', async () => {
    const held = (kinds: string) =>
      count(`sum(p.head_count) FROM "case" c JOIN participant p ON p.id = c.participant_id
        WHERE p.group_kind IN (${kinds}) AND EXISTS (SELECT FROM trace_entry t
          WHERE t.case_id = c.id AND 'held' = ANY (t.entered))`);
    expect(await held(`'class', 'youth-centre'`)).toBe(853);
    expect(await held(`'spontaneous'`)).toBe(17);
  });

  it('gives cases to all nine case managers', async () => {
    expect(await count(`count(DISTINCT case_manager_id) ${youths}`)).toBe(9);
  });

  it('leaves nothing due in the past and no mail to be sent', async () => {
    expect(
      await count(`count(*) FROM timer WHERE due_at < '${server.clock().toISOString()}'`),
    ).toBe(0);
    expect(await count(`count(*) FROM outbox WHERE status = 'waiting'`)).toBe(0);
  });

  it('sells every long training course but one, and oversells none', async () => {
    const coming = `FROM edition e JOIN opportunity o ON o.id = e.opportunity_id
      WHERE o.kind = 'training' AND e.starts_on > '${server.clock().toISOString()}'`;
    expect(await count(`count(*) ${coming} AND e.taken < e.seats`)).toBe(1);
  });

  it('replays, every case of it', async () => {
    const { rows } = await server.pool.query<{ id: string }>('SELECT id FROM "case"');
    for (const { id } of rows) {
      const replay = await replayCase(server, (await loadCase(server.pool, id))!);
      expect(replay, id).toMatchObject({ matches: true, chainValid: true });
    }
  });
});
