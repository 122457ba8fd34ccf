import { useState } from 'react';
import type { KeepAnswer } from '../editor/props.ts';

type Refused = Extract<KeepAnswer, { ok: false }>;

/**
 * Sends one thing at a time, and holds why it was refused. What was taken stays on its way until
 * the page shows it (or `settle`): it can't be sent twice.
 */
export function useSending() {
  const [state, setState] = useState<'idle' | 'sending' | Refused>('idle');
  /** Nothing is answered, and nothing sent, while something is on its way. */
  const send = async (ask: () => Promise<KeepAnswer>): Promise<KeepAnswer | undefined> => {
    if (state === 'sending') return undefined;
    setState('sending');
    const answer = await ask();
    if (!answer.ok) setState(answer);
    return answer;
  };
  return {
    send,
    settle: () => setState('idle'),
    isSending: state === 'sending',
    refused: typeof state === 'object' ? state : undefined,
  };
}
