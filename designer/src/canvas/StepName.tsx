import { useRef, useState } from 'react';
import { useCanvasActions } from './canvas-actions.ts';
import type { StepData } from './canvas-nodes.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly step: string;
  readonly data: StepData;
}

export function StepName({ step, data }: Props) {
  if (data.isRenaming) return <NameField step={step} data={data} />;
  const { label } = data.drawn;
  return (
    <span className="canvas-step-name" title={label}>
      {label}
    </span>
  );
}

/** Written in place; kept on Enter and on leaving, given up on Escape. */
function NameField({ step, data: { drawn, language } }: Props) {
  const { rename, startRenaming } = useCanvasActions();
  const [text, setText] = useState(drawn.label);
  const isGivenUp = useRef(false);
  return (
    <input
      className="canvas-step-field nodrag nopan"
      aria-label={WORDS.rename[language]}
      value={text}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: it was just asked for
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => (isGivenUp.current ? startRenaming(undefined) : rename(step, text))}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        isGivenUp.current = event.key === 'Escape';
        const node = event.currentTarget.closest<HTMLElement>('.react-flow__node');
        event.currentTarget.blur();
        node?.focus();
      }}
    />
  );
}
