import { useEditor } from '../editor/editor-context.ts';
import { stepsSelected } from '../editor/selection.ts';
import { LinkButton } from '../panels/fields/LinkButton.tsx';
import classes from './deviations.module.css';
import type { LeftStep } from './gather-deviations.ts';
import { KIND_WORDS, WORDS } from './words.ts';

interface Props {
  readonly left: LeftStep;
  /** Of the most frequent one, from 0 to 1. */
  readonly share: number;
  readonly currentVersion: number | undefined;
}

/** A step with what was done there instead; one that the draft still has is chosen by it. */
export function LeftStepRow({ left, share, currentVersion }: Props) {
  const { select, openRoom, words } = useEditor();
  const { step, label, isThere, kinds, total } = left;
  const choose = () => {
    select(stepsSelected(step));
    // Choosing a step would open its own room: the list is not done with yet.
    openRoom('pathway');
  };
  const told = kinds.map(([kind, count]) => `${words(KIND_WORDS[kind])}: ${count}`).join(' · ');
  const times = words(total === 1 ? WORDS.time : WORDS.times);
  return (
    <li className={classes.row}>
      <span className={classes.line}>
        {isThere ? (
          <LinkButton isStrong onClick={choose}>
            {words(label)}
          </LinkButton>
        ) : (
          <strong>{words(label)}</strong>
        )}
        <strong className={classes.total}>
          {total} <span className="visually-hidden">{times}</span>
        </strong>
      </span>
      <meter className={classes.bar} aria-hidden min={0} max={1} value={share} />
      <span className={classes.quiet}>{told}</span>
      <Versions left={left} currentVersion={currentVersion} />
    </li>
  );
}

/** Said where it is not about the draft as it stands: the step is gone, or it was long ago. */
function Versions({ left, currentVersion }: Omit<Props, 'share'>) {
  const { words } = useEditor();
  const { isThere, versions } = left;
  const isOld = currentVersion !== undefined && versions.every((one) => one < currentVersion);
  if (isThere && !isOld) return null;
  const unit = words(versions.length === 1 ? WORDS.version : WORDS.versions);
  return (
    <span className={classes.quiet}>
      {words(isThere ? WORDS.onlyBefore : WORDS.gone)} ({unit} {versions.join(', ')})
    </span>
  );
}
