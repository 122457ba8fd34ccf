import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';

/** Changes what is drawn before it goes to paper: at once, since the browser waits for nothing. */
export function useBeforePrint(prepare: () => void): void {
  const now = useEffectEvent(() => flushSync(prepare));
  useEffect(() => {
    const listen = () => now();
    globalThis.addEventListener('beforeprint', listen);
    return () => globalThis.removeEventListener('beforeprint', listen);
  }, []);
}
