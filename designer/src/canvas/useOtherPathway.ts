import { useEffect, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import type { ReadPathway } from '../editor/props.ts';
import { WORDS } from './words.ts';

interface Answer {
  readonly pathway: string;
  readonly attempt: number;
  readonly read: ReadPathway;
}

/** Reads another pathway from the library; undefined until there is an answer. */
export function useOtherPathway(pathway: string) {
  const { library, words } = useEditor();
  const [answer, setAnswer] = useState<Answer>();
  const [attempt, setAttempt] = useState(0);
  const latest = useRef({ library, words });
  latest.current = { library, words };
  useEffect(() => {
    if (!pathway) return;
    let isOld = false;
    const put = (read: ReadPathway) => {
      if (!isOld) setAnswer({ pathway, attempt, read });
    };
    const failed = () => put({ ok: false, why: latest.current.words(WORDS.inline.unread) });
    latest.current.library?.onRead(pathway).then(put, failed);
    return () => {
      isOld = true;
    };
  }, [pathway, attempt]);
  const isThis = answer?.pathway === pathway && answer.attempt === attempt;
  return { read: isThis ? answer.read : undefined, again: () => setAttempt(attempt + 1) };
}
