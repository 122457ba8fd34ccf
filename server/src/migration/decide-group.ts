import type { ClientBase } from 'pg';
import type { z } from 'zod';
import type { GroupDecision, MigrationView } from '../contract/migrations.ts';
import type { Words } from '../contract/words.ts';
import { type No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeMigration } from './change-migration.ts';
import { queueMigration } from './migration-job.ts';
import { migrationView } from './migration-view.ts';
import { isSame } from './plan-work.ts';
import {
  answersIn,
  type Decided,
  isRule,
  type StoredDecision,
  type StoredQuestion,
} from './stored-plan.ts';

type Decision = z.output<typeof GroupDecision>;

const DECIDE = `
update pathway_migration set decisions = $2, revision = revision + 1, status = 'computing',
  done = 0, total = 0
where id = $1`;

/** What was decided is this now: what follows from it is found out in the background. */
export async function decideAnew(
  client: ClientBase,
  id: string,
  decisions: readonly Decided[],
): Promise<void> {
  await client.query(DECIDE, [id, JSON.stringify(decisions)]);
  await queueMigration(client, id);
}

/** Answers a question, or takes the answer back; then it is found out anew what follows. */
export async function decideGroup(
  server: Server,
  { params, body, revision, reader }: Asked<'decideGroup'>,
): Promise<MigrationView | No> {
  const view = await migrationView(server.pool, params.id);
  const change = changeMigration(
    server,
    params.id,
    ['planned'],
    async (client, { decisions }) => {
      const others = decisions.filter((one) => isRule(one) || !isAbout(one, body));
      const asked = [...view!.questions, ...answersIn(decisions)];
      const known = asked.find((one) => isAbout(one, body));
      if (!known) return no('migration-choice-unknown', { path: 'steps' });
      const answer = answerTo(view!.questions, body);
      if (!answer) return no('migration-choice-unknown', { path: 'decision' });
      const decided: StoredDecision = {
        ...{ version: body.version, steps: body.steps, words: known.words },
        ...answer,
        by: { id: reader.id, name: reader.name },
        decidedAt: server.clock().toISOString(),
      };
      const isOpen = body.decision.kind === 'open';
      const after = isOpen ? others : [...others, decided];
      await decideAnew(client, params.id, after);
      return undefined;
    },
    revision,
  );
  return (await change) ?? (await migrationView(server.pool, params.id))!;
}

type About = Pick<StoredQuestion, 'version' | 'steps'>;

const isAbout = (one: About, other: About) =>
  one.version === other.version && isSame(one.steps, other.steps);

const STAY: Words = {
  it: 'Restano sulla loro versione',
  en: 'They stay on their version',
};

/** Where they go on must be one of the choices that suit everybody: those are the proven ones. */
function answerTo(
  questions: readonly StoredQuestion[],
  { version, steps, decision }: Decision,
): Pick<StoredDecision, 'at' | 'answer'> | undefined {
  if (decision.kind !== 'place') return { at: null, answer: STAY };
  const question = questions.find((one) => isAbout(one, { version, steps }));
  const choice = question?.choices.find(({ at }) => isSame(at, decision.at));
  return choice && { at: choice.at, answer: choice.label };
}
