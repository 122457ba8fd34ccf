import type { ClientBase } from 'pg';
import { pathwayVersion } from '../case/pathway-versions.ts';
import { stepSummary } from '../case/step-words.ts';
import type { MigrationView } from '../contract/migrations.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeMigration } from './change-migration.ts';
import { decideAnew } from './decide-group.ts';
import type { MigrationHead } from './migration-head.ts';
import { migrationView } from './migration-view.ts';
import { type Decided, isRule, type StoredRule, storedGroups } from './stored-plan.ts';

/** The same words in both languages: whoever wrote them wrote in one. */
export const inBoth = (words: string) => ({ it: words, en: words });

/**
 * Whoever is at a step, or within it, when their turn comes stays on their version: "a block that
 * has begun keeps its rules". A rule for a step that has one takes its place.
 */
export function setStayRule(
  server: Server,
  asked: Asked<'setStayRule'>,
): Promise<MigrationView | No> {
  return changeRules(server, asked, async (client, head) => {
    const made = await madeRule(server, client, head, asked);
    return made instanceof No ? made : [...withoutRule(head, asked), made];
  });
}

/** Whoever is at the step goes over like the others after all. */
export function liftStayRule(
  server: Server,
  asked: Asked<'liftStayRule'>,
): Promise<MigrationView | No> {
  return changeRules(server, asked, async (_, head) => {
    const others = withoutRule(head, asked);
    if (others.length < head.decisions.length) return others;
    return no('migration-choice-unknown', { path: 'step', detail: NO_RULE });
  });
}

type Asking = Pick<Asked<'liftStayRule'>, 'params' | 'revision'>;

async function changeRules(
  server: Server,
  { params, revision }: Asking,
  change: (client: ClientBase, head: MigrationHead) => Promise<readonly Decided[] | No>,
): Promise<MigrationView | No> {
  const refused = await changeMigration(
    server,
    params.id,
    ['planned'],
    async (client, head) => {
      const after = await change(client, head);
      if (after instanceof No) return after;
      await decideAnew(client, params.id, after);
      return undefined;
    },
    revision,
  );
  return refused ?? (await migrationView(server.pool, params.id))!;
}

function withoutRule(
  { decisions }: MigrationHead,
  { params: { step, version } }: Asking,
): readonly Decided[] {
  const isThis = (rule: StoredRule) => rule.version === version && rule.step.step === step;
  return decisions.filter((one) => !isRule(one) || !isThis(one));
}

async function madeRule(
  server: Server,
  client: ClientBase,
  { id, pathwayId }: MigrationHead,
  { params: { step, version }, body, reader }: Asked<'setStayRule'>,
): Promise<StoredRule | No> {
  const groups = (await storedGroups(client, id))!;
  const isInside = groups.some((group) => group.version === version);
  const pathway = isInside && (await pathwayVersion(server, pathwayId, version, client));
  if (!pathway || !Object.hasOwn(pathway.document.steps, step)) {
    return no('migration-choice-unknown', { path: 'step', detail: NO_STEP });
  }
  return {
    ...{ rule: true, version, step: stepSummary(pathway, step) },
    reason: inBoth(body.reason),
    by: { id: reader.id, name: reader.name },
    decidedAt: server.clock().toISOString(),
  };
}

const NO_RULE = {
  it: 'Per questo passo non c’è una regola: ricarica il piano.',
  en: 'There is no rule for this step: read the plan again.',
};
const NO_STEP = {
  it: 'Su quella versione non c’è nessuno, o non ha questo passo: ricarica il piano.',
  en: 'Nobody is on that version, or it has no such step: read the plan again.',
};
