import type { Words } from '@percorso/engine';
import { useEffect, useRef, useState } from 'react';
import type { CommandResult } from '../../commands/command.ts';

export interface Typed<T> {
  /** What stands in the field: what was typed last, else what the document has. */
  readonly value: T;
  /** Why the document can't have what was typed; it stays in the field, to be put right. */
  readonly refusal: Words | undefined;
  readonly type: (value: T) => void;
  /** Hands over what was typed: when the field is left, on Enter. */
  readonly flush: () => void;
  /** Back to what the document has. */
  readonly forget: () => void;
}

/**
 * What is being typed is no edit yet: it becomes one when the field is left, and also when the
 * field goes away under the typing hand, or the page does.
 */
export function useTyped<T>(value: T, commit: (typed: T) => CommandResult | undefined): Typed<T> {
  const [typed, setTyped] = useState<{ readonly value: T }>();
  const [refusal, setRefusal] = useState<Words>();
  const latest = useRef({ typed, commit });
  latest.current.commit = commit;
  const put = (next: { readonly value: T } | undefined) => {
    latest.current.typed = next;
    setTyped(next);
  };
  const flush = () => {
    const pending = latest.current.typed;
    if (!pending) return;
    put(undefined);
    const result = latest.current.commit(pending.value);
    const isRefused = result !== undefined && !result.ok;
    setRefusal(isRefused ? result.refusal.words : undefined);
    if (isRefused) put(pending);
  };
  const steady = useRef(flush);
  steady.current = flush;
  useEffect(() => {
    const onHide = () => steady.current();
    // Before those who keep the document as it then is: theirs listen without capture.
    window.addEventListener('pagehide', onHide, { capture: true });
    return () => {
      window.removeEventListener('pagehide', onHide, { capture: true });
      onHide();
    };
  }, []);
  return {
    value: typed ? typed.value : value,
    refusal,
    type: (next) => put({ value: next }),
    flush,
    forget: () => {
      setRefusal(undefined);
      put(undefined);
    },
  };
}
