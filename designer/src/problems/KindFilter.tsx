import { useEditor } from '../editor/editor-context.ts';
import type { ProblemKind } from './ProblemsRoom.tsx';
import classes from './problems.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly counts: Readonly<Record<ProblemKind, number>>;
  /** Undefined: all of them. */
  readonly chosen: ProblemKind | undefined;
  readonly onChoose: (kind: ProblemKind | undefined) => void;
}

/** Fewer are seen at a glance. */
const FILTERED_COUNT_MIN = 4;

/** How many there are of each kind, and which ones to show. */
export function KindFilter({ counts, chosen, onChoose }: Props) {
  const { words } = useEditor();
  const kinds = (Object.keys(counts) as ProblemKind[]).filter(
    (kind) => counts[kind] > 0 || kind === chosen,
  );
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  if (chosen === undefined && (kinds.length < 2 || total < FILTERED_COUNT_MIN)) return null;
  return (
    <fieldset className={classes.filter}>
      <legend className="visually-hidden">{words(WORDS.show)}</legend>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)}>
        {words(WORDS.all)}
      </button>
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={chosen === kind}
          onClick={() => onChoose(chosen === kind ? undefined : kind)}
        >
          {words(WORDS.kinds[kind])} <strong>{counts[kind]}</strong>
        </button>
      ))}
    </fieldset>
  );
}
