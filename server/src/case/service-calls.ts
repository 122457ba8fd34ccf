import { type Answer, type CaseEvent, checkAnswer } from '@percorso/engine';
import { No } from '../http/problems.ts';
import type { Server } from '../server.ts';
import { advanceCase } from './advance-case.ts';
import { pathwayVersion } from './pathway-versions.ts';

/** The addresses that the installation configured, by the name that pathways use. */
export type Services = Readonly<Record<string, string>>;

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES_MAX = 64_000;

interface Call {
  readonly activityId: string;
  readonly service: string;
}

interface OpenService {
  readonly case_id: string;
  readonly activity: string;
  readonly form: string | null;
  readonly pathway_id: string;
  readonly version: number;
}

/**
 * Makes the outgoing call that a `service` activity waits for. The request holds the activity's id,
 * which is the key that makes a repeat harmless, and nothing about a person. A failure is thrown,
 * so that the queue tries again; after the last try the activity fails as unreachable.
 */
export async function callService(
  server: Server,
  services: Services,
  call: Call,
  isLastTry: boolean,
): Promise<void> {
  const open = await openService(server, call.activityId);
  if (!open) return;
  const address = Object.hasOwn(services, call.service) ? services[call.service] : undefined;
  const answer = address && (await askService(address, call, isLastTry));
  const event: CaseEvent = answer
    ? { type: 'done', activity: open.activity, ...(await fitting(server, open, answer)) }
    : { type: 'failed', activity: open.activity, reason: 'unreachable' };
  const acted = await advanceCase(server, {
    caseId: open.case_id,
    actor: { kind: 'system' },
    event,
    onlyWhileOpen: call.activityId,
  });
  if (acted instanceof No && acted.code !== 'activity-not-open') {
    throw new Error(`the answer of a service was refused: ${acted.code}`);
  }
}

async function openService(server: Server, id: string): Promise<OpenService | undefined> {
  const { rows } = await server.pool.query<OpenService>(
    `SELECT a.case_id, a.activity, a.form, c.pathway_id, c.version
     FROM activity a JOIN "case" c ON c.id = a.case_id
     WHERE a.id = $1 AND a.status IN ('open', 'accepted')`,
    [id],
  );
  return rows[0];
}

/** Undefined when the last try failed. */
async function askService(
  address: string,
  { activityId, service }: Call,
  isLastTry: boolean,
): Promise<Answer | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': activityId },
      body: JSON.stringify({ activity: activityId, service }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.text();
    if (!response.ok || text.length > ANSWER_BYTES_MAX) throw new Error(`${response.status}`);
    const parsed: unknown = text === '' ? {} : JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Answer) : {};
  } catch (error) {
    if (isLastTry) return undefined;
    throw error;
  }
}

/** Only an answer that the activity's form accepts is taken over. */
async function fitting(
  server: Server,
  open: OpenService,
  answer: Answer,
): Promise<{ answer?: Answer }> {
  const { document } = await pathwayVersion(server, open.pathway_id, open.version);
  const schema = open.form === null ? undefined : document.forms[open.form];
  return schema && checkAnswer(schema, answer).length === 0 ? { answer } : {};
}
