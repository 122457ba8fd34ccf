import type { ClientBase } from 'pg';
import { pathwayVersion } from '../case/pathway-versions.ts';
import { stepSummary } from '../case/step-words.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeMigration } from './change-migration.ts';
import { decideAnew } from './decide-group.ts';
import type { MigrationHead } from './migration-head.ts';
import { isRule, type StoredRule, storedGroups } from './stored-plan.ts';
import { WHO, whoAsked } from './who.ts';

/** The same words in both languages: whoever wrote them wrote in one. */
export const inBoth = (words: string) => ({ it: words, en: words });

const THERE = `
select count(*)::int as count from pathway_migration_case m
where m.migration_id = $1 and ${WHO} and m.status <> 'kept'`;

/**
 * Whoever is at a step, or within it, when their turn comes stays on their version: "a block that
 * has begun keeps its rules". Or the rule is lifted. Answers how many are there now.
 */
export async function ruleThatStay(
  server: Server,
  asked: Asked<'exceptCases'>,
): Promise<{ count: number } | No> {
  const { params, body, revision } = asked;
  let count = 0;
  const refused = await changeMigration(
    server,
    params.id,
    ['planned'],
    async (client, head) => {
      const after = await rulesAfter(server, client, head, asked);
      if (after instanceof No) return after;
      const those = whoAsked((await storedGroups(client, params.id))!, body.who);
      const there = await client.query<{ count: number }>(THERE, [params.id, ...those]);
      count = there.rows[0]!.count;
      await decideAnew(client, params.id, after);
      return undefined;
    },
    revision,
  );
  return refused ?? { count };
}

/** All that is decided once this rule is made or lifted. */
async function rulesAfter(
  server: Server,
  client: ClientBase,
  { id, pathwayId, decisions }: MigrationHead,
  { body, reader }: Asked<'exceptCases'>,
): Promise<MigrationHead['decisions'] | No> {
  // The contract lets a rule be about nothing else.
  const [step, version] = [body.who.step!, body.who.version!];
  const isThis = (rule: StoredRule) => rule.version === version && rule.step.step === step;
  const others = decisions.filter((one) => !isRule(one) || !isThis(one));
  if (body.exception.kind === 'none') {
    const isLifted = others.length < decisions.length;
    return isLifted ? others : no('migration-choice-unknown', { path: 'who', detail: NO_RULE });
  }
  const groups = (await storedGroups(client, id))!;
  const isInside = groups.some((group) => group.version === version);
  const pathway = isInside && (await pathwayVersion(server, pathwayId, version, client));
  if (!pathway || !Object.hasOwn(pathway.document.steps, step)) {
    return no('migration-choice-unknown', { path: 'who', detail: NO_STEP });
  }
  const made: StoredRule = {
    ...{ rule: true, version, step: stepSummary(pathway, step) },
    reason: inBoth(body.exception.reason),
    by: { id: reader.id, name: reader.name },
    decidedAt: server.clock().toISOString(),
  };
  return [...others, made];
}

const NO_RULE = {
  it: 'Per questo passo non c’è una regola: ricarica il piano.',
  en: 'There is no rule for this step: read the plan again.',
};
const NO_STEP = {
  it: 'Su quella versione non c’è nessuno, o non ha questo passo: ricarica il piano.',
  en: 'Nobody is on that version, or it has no such step: read the plan again.',
};
