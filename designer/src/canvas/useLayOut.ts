import { useReactFlow } from '@xyflow/react';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { layOut } from '../layout/lay-out.ts';
import { useSteady } from './useSteady.ts';
import { moveMs } from './useView.ts';
import { WORDS } from './words.ts';

/** Automatic layout: steps glide to their new places, as one edit. */
export function useLayOut(frame: RefObject<HTMLElement | null>, notify: (text: string) => void) {
  const flow = useReactFlow();
  const editor = useEditor();
  const latest = useRef(editor);
  latest.current = editor;
  const [isBusy, setBusy] = useState(false);
  const work = useRef<AbortController>(undefined);
  useEffect(() => () => work.current?.abort(), []);

  const start = async (isFresh: boolean) => {
    const controller = new AbortController();
    work.current = controller;
    setBusy(true);
    try {
      const { document, runAll } = latest.current;
      const all = await layOut(document, { isFresh, signal: controller.signal });
      // What was removed while this was going on needs no place any more.
      const known = Object.entries(all).filter(([key]) =>
        Object.hasOwn(latest.current.document.steps, key),
      );
      glide(frame.current);
      const parameters = { positions: Object.fromEntries(known) };
      runAll([{ name: 'set-positions', parameters }], WORDS.layOut);
      if (isFresh) requestAnimationFrame(() => void flow.fitView(FIT));
    } catch {
      if (!controller.signal.aborted) notify(latest.current.words(WORDS.layOutFailed));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, ...useSteady({ start, stop: () => work.current?.abort() }) };
}

const FIT = { padding: 0.06, maxZoom: 1 };

function glide(frame: HTMLElement | null): void {
  const duration = moveMs();
  if (!frame || duration === 0) return;
  frame.dataset.gliding = '';
  setTimeout(() => delete frame.dataset.gliding, duration + 100);
}
