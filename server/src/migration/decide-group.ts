import type { ClientBase } from 'pg';
import type { z } from 'zod';
import type { GroupDecision, MigrationView } from '../contract/migrations.ts';
import type { Words } from '../contract/words.ts';
import { No, no } from '../http/problems.ts';
import type { Asked } from '../http/route.ts';
import type { Server } from '../server.ts';
import { changeMigration } from './change-migration.ts';
import { queueMigration } from './migration-job.ts';
import { migrationView } from './migration-view.ts';
import { answersThatHold, isAbout, isSame, offers } from './questions.ts';
import {
  answersIn,
  type Decided,
  isRule,
  type StoredDecision,
  type StoredQuestion,
  storedPlan,
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
  const given = {
    by: { id: reader.id, name: reader.name },
    decidedAt: server.clock().toISOString(),
  };
  const change = changeMigration(
    server,
    params.id,
    ['planned'],
    async (client, { decisions }) => {
      const held = answersThatHold(await storedPlan(client, params.id), answersIn(decisions));
      const after =
        body.decision.kind === 'open'
          ? withoutAnswer(decisions, held, body)
          : withAnswer(decisions, held, view!.questions, { ...body, ...given });
      if (after instanceof No) return after;
      await decideAnew(client, params.id, after);
      return undefined;
    },
    revision,
  );
  return (await change) ?? (await migrationView(server.pool, params.id))!;
}

/** Those who answered another question about the same steps meant other people. */
function withoutAnswer(
  decisions: readonly Decided[],
  held: readonly StoredDecision[],
  body: Decision,
): readonly Decided[] | No {
  const opened = held.filter((one) => isAbout(one, body) && isAnswer(one, body.choice));
  if (opened.length === 0) return no('migration-choice-unknown', { path: 'steps' });
  return decisions.filter((one) => isRule(one) || !opened.includes(one));
}

function isAnswer({ at, insteadOf }: StoredDecision, choice: Decision['choice']): boolean {
  const places = at ? [at] : insteadOf;
  return !choice || !places || places.some((place) => isSame(place, choice));
}

/**
 * With the answer to an open question. Where they go on must be one of the choices that suit
 * everybody: those are the proven ones. What was said of the same steps and holds for nobody is
 * given up.
 */
function withAnswer(
  decisions: readonly Decided[],
  held: readonly StoredDecision[],
  questions: readonly StoredQuestion[],
  {
    version,
    steps,
    choice,
    decision,
    ...given
  }: Decision & Pick<StoredDecision, 'by' | 'decidedAt'>,
): readonly Decided[] | No {
  const about = questions.filter((one) => isAbout(one, { version, steps }));
  if (about.length === 0) return no('migration-choice-unknown', { path: 'steps' });
  const meant = decision.kind === 'place' ? decision.at : choice;
  const [question, ...more] = about.filter((one) => !meant || offers(one, meant));
  if (!question || more.length > 0) return no('migration-choice-unknown', { path: 'decision' });
  const { choices, words } = question;
  const others = decisions.filter(
    (one) => isRule(one) || !isAbout(one, question) || held.includes(one),
  );
  const chosen =
    decision.kind === 'place' ? choices.find(({ at }) => isSame(at, decision.at)) : undefined;
  const answer = chosen
    ? { at: chosen.at, answer: chosen.label }
    : { at: null, insteadOf: choices.map(({ at }) => at), answer: STAY };
  return [...others, { version, steps, words, ...answer, ...given }];
}

const STAY: Words = {
  it: 'Restano sulla loro versione',
  en: 'They stay on their version',
};
