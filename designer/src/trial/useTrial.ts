import {
  compile,
  innermostSteps,
  type Pathway,
  presentSteps,
  type Refusal,
} from '@percorso/engine';
import { useEffect, useMemo } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { act, type Deed, type Trial, walkAgain } from './walk.ts';
import { whereabouts } from './whereabouts.ts';

/** What the parts of the room do with the walk; each change is said to a screen reader. */
export interface Walking {
  readonly pathway: Pathway;
  /** On the present document: the same walk, as far as it goes there. */
  readonly trial: Trial | undefined;
  readonly put: (trial: Trial | undefined) => void;
  /** Does something now, unless another time is said; answers why it can't be done. */
  readonly perform: (deed: Omit<Deed, 'at'>) => Refusal | undefined;
}

/** The walk that is being tried, on the document as it is now. */
export function useTrial(): Walking {
  const editor = useEditor();
  const { document, trial: kept, setTrial, announce } = editor;
  const pathway = useMemo(() => compile(document), [document]);
  const trial = useMemo(
    () => (kept && kept.pathway.document !== document ? walkAgain(kept, pathway) : kept),
    [kept, document, pathway],
  );
  const put = (next: Trial | undefined) => {
    setTrial(next);
    if (next) announce(whereabouts(next, editor));
  };
  useOverlay(trial);
  return {
    pathway,
    trial,
    put,
    perform: (deed) => {
      const next = act(trial!, { at: trial!.moments.at(-1)!.now, ...deed });
      if ('code' in next) return next;
      put(next);
      return undefined;
    },
  };
}

/** Shows on the drawing where the walker is and was, for as long as the room is open. */
function useOverlay(trial: Trial | undefined) {
  const { showOverlay, send } = useEditor();
  const isWalking = trial !== undefined;
  useEffect(() => {
    if (!isWalking) return;
    send({ type: 'walk' });
    return () => send({ type: 'finish' });
  }, [isWalking, send]);
  useEffect(() => {
    if (!trial) return;
    const { pathway, moments } = trial;
    const last = moments.at(-1);
    const walked = moments.flatMap(({ entry }) => entry?.entered ?? []);
    const here = last ? innermostSteps(pathway, last.state) : [];
    showOverlay({
      presentSteps: last ? presentSteps(pathway, last.state) : [],
      walkedSteps: [...new Set(walked)],
      follow: walked.findLast((step) => here.includes(step)) ?? here[0],
    });
    return () => showOverlay({});
  }, [trial, showOverlay]);
}
