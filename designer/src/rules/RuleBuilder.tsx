import { useEffect, useMemo, useRef, useState } from 'react';
import { AddButtons } from './AddButtons.tsx';
import { type Builder, BuilderContext, type Focus } from './builder-context.ts';
import { type Draft, isGroup } from './draft.ts';
import type { FactChoice } from './fact-choices.ts';
import { Part } from './Part.tsx';
import classes from './rules.module.css';

interface Props {
  readonly draft: Draft;
  readonly onChange: (change: (draft: Draft) => Draft) => void;
  readonly facts: readonly FactChoice[];
  readonly rules: readonly string[];
}

/** A condition to build, of choices only: groups within groups, all of it by keyboard. */
export function RuleBuilder({ draft, onChange, facts, rules }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const [focus, setFocus] = useState<Focus>();
  useEffect(() => {
    if (focus) focusOn(root.current, focus);
  }, [focus]);
  const builder = useMemo<Builder>(
    () => ({
      draft,
      facts,
      rules,
      edit: (change, words, next) => {
        onChange(change);
        if (words !== undefined) setSaid(words);
        if (next) setFocus({ ...next });
      },
    }),
    [draft, facts, rules, onChange],
  );
  return (
    <BuilderContext value={builder}>
      <div ref={root} className={classes.builder}>
        <Part part={draft} />
        {!isGroup(draft) && <AddButtons group={draft.id} />}
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </div>
    </BuilderContext>
  );
}

/** A part may be gone, or its button: then the next best thing near it. */
function focusOn(root: HTMLElement | null, { part, control }: Focus) {
  const place = root?.querySelector(`[data-part="${part}"]`);
  const wanted =
    place?.querySelector<HTMLElement>(`[data-control="${control}"]`) ??
    root?.querySelector<HTMLElement>('[data-control]');
  wanted?.focus();
}
