import type { Receipt } from '@percorso/server/contract';
import { useEffect, useRef, useState } from 'react';
import { STEPS, type StepName } from './draft.ts';

/** Where in the registration the reader is; it lives in the browser's history. */
export type Place =
  | { readonly at: StepName }
  | { readonly at: 'not-our-age' }
  | { readonly at: 'receipt'; readonly receipt: Receipt };

function read(): Place {
  const state = history.state as Place | null;
  const known = state && [...STEPS, 'not-our-age', 'receipt'].includes(state.at);
  return known ? state : { at: 'who' };
}

/** The present place, and moving: the back button and a reload find the same step again. */
export function usePlace() {
  const [place, setPlace] = useState(read);
  // The first heading does not take the focus: the page has just been opened.
  const movedYet = useRef(false);
  useEffect(() => {
    const follow = () => {
      movedYet.current = true;
      setPlace(read());
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (next: Place, how: 'push' | 'replace') => {
    movedYet.current = true;
    history[how === 'push' ? 'pushState' : 'replaceState'](next, '');
    setPlace(next);
    scrollTo(0, 0);
  };
  return { place, go, moved: () => movedYet.current };
}
