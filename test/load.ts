/** Clients who act on shared cases over HTTP, and remember what they asked and were told. */
export interface Attempt {
  readonly caseId: string;
  readonly key: string;
  readonly revision: number;
  readonly body: { readonly action: string; readonly answer: object };
  /** Absent: the connection broke before an answer came. */
  readonly answer?: { readonly status: number; readonly body: Told };
}

interface Told {
  readonly revision?: number;
  readonly status?: unknown;
  readonly code?: string;
}

export interface Place {
  readonly origin: string;
  readonly token: string;
}

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Asks once; a connection that breaks gives no answer. */
export async function attempt(
  { origin, token }: Place,
  asked: Omit<Attempt, 'answer'>,
): Promise<Attempt> {
  try {
    const response = await fetch(`${origin}/api/cases/${asked.caseId}/actions`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Cookie: `percorso=${token}`,
        'If-Match': `"${asked.revision}"`,
        'Idempotency-Key': asked.key,
      },
      body: JSON.stringify(asked.body),
    });
    const body = (await response.json()) as Told;
    return { ...asked, answer: { status: response.status, body } };
  } catch {
    return asked;
  }
}

export interface Choice {
  readonly caseId: string;
  readonly body: Attempt['body'];
}

/**
 * One client: acts on what `choose` says until its connection breaks. It learns a case's revision
 * from the answers, as a desk does.
 */
export async function actUntilItBreaks(
  place: Place,
  name: string,
  choose: () => Choice,
  onAttempt: (attempt: Attempt) => void,
): Promise<void> {
  const revisions = new Map<string, number>();
  for (let count = 1; ; count += 1) {
    const { caseId, body } = choose();
    const revision = revisions.get(caseId) ?? 1;
    const done = await attempt(place, { caseId, body, revision, key: `${name}-${count}` });
    onAttempt(done);
    if (!done.answer) return;
    const told = done.answer.body.revision;
    if (told !== undefined) revisions.set(caseId, told);
  }
}
