import type { PathwayDocument } from '@percorso/engine';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CheckState } from '../editor/editor-context.ts';
import type { Installation } from '../editor/props.ts';
import { afterEdit, nothingKnown } from './check-state.ts';
import { Checker } from './checker.ts';

const openWorker = () =>
  new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });

/** Whoever does one of these is at work on the page: it needs the machine for itself. */
const ACTS = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

/** What the checks say of the present document, and who can't walk it any more. */
export function useChecks(document: PathwayDocument, installation: Installation): CheckState {
  const [known, setKnown] = useState(() => nothingKnown(document));
  const checker = useRef<Checker>(undefined);
  const first = useRef(document);
  const personas = useRef(installation.personas);
  const { timeZone } = installation;

  useEffect(() => {
    const opened = new Checker(first.current, {
      openWorker,
      timeZone,
      personas: () => personas.current,
      onChange: setKnown,
    });
    checker.current = opened;
    const rest = (event: Event) => {
      // A pointer that only passes over the page is no work.
      const isPassing = event instanceof PointerEvent && event.buttons === 0;
      if (!isPassing) opened.rest();
    };
    for (const act of ACTS) window.addEventListener(act, rest, { capture: true, passive: true });
    return () => {
      for (const act of ACTS) window.removeEventListener(act, rest, { capture: true });
      opened.close();
    };
  }, [timeZone]);
  useEffect(() => {
    if (personas.current === installation.personas) return;
    personas.current = installation.personas;
    checker.current?.lookAgain();
  }, [installation.personas]);
  useEffect(() => {
    first.current = document;
    checker.current?.look(document);
  }, [document]);

  return useMemo(
    () => ({
      // In the very picture of an edit nothing is known of the document yet.
      ...afterEdit(known, document),
      stop: () => checker.current?.stop(),
      lookAgain: () => checker.current?.lookAgain(),
    }),
    [known, document],
  );
}
