import { ActionIcon, Badge } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowRampRight,
  IconArrowRight,
  IconChevronDown,
  IconChevronRight,
  IconClipboardList,
} from '@tabler/icons-react';
import type { CSSProperties, KeyboardEvent } from 'react';
import { timesOff } from '../deviations/words.ts';
import { useEditor } from '../editor/editor-context.ts';
import classes from './outline.module.css';
import type { OutlineRow } from './outline-rows.ts';
import { RenameField } from './RenameField.tsx';
import { WORDS } from './words.ts';

interface Props {
  readonly row: OutlineRow;
  readonly isChosen: boolean;
  /** The one line that Tab reaches. */
  readonly isCurrent: boolean;
  readonly isFolded: boolean;
  readonly isRenamed: boolean;
  readonly onRenamed: () => void;
  readonly onChoose: (isAdded: boolean) => void;
  readonly onFold: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly lineRef: (element: HTMLElement | null) => void;
}

/** One line of the list. */
export function OutlineLine(props: Props) {
  const { row, isChosen, isCurrent, isFolded, isRenamed, onChoose, onKeyDown, lineRef } = props;
  const { overlay } = useEditor();
  const isPresent = row.kind === 'step' && overlay.presentSteps?.includes(row.step);
  return (
    <div
      role="treeitem"
      className={classes.line}
      data-kind={row.kind}
      data-colour={row.stage?.colour}
      data-present={isPresent || undefined}
      aria-level={row.level}
      aria-selected={isChosen}
      aria-current={isPresent ? 'step' : undefined}
      {...(row.hasChildren && { 'aria-expanded': !isFolded })}
      tabIndex={isCurrent ? 0 : -1}
      style={{ '--level': row.level } as CSSProperties}
      ref={lineRef}
      onClick={(event) => onChoose(event.ctrlKey || event.metaKey || event.shiftKey)}
      onKeyDown={onKeyDown}
    >
      <FoldButton {...props} />
      <KindSign kind={row.kind} />
      {isRenamed ? (
        <RenameField step={row.step} onDone={props.onRenamed} />
      ) : (
        <Said row={row} isPresent={isPresent === true} />
      )}
    </div>
  );
}

/** For the mouse: the keyboard has the arrows. */
function FoldButton({ row, isFolded, onFold }: Props) {
  if (!row.hasChildren) return <span className={classes.noFold} />;
  return (
    <ActionIcon
      variant="subtle"
      size="sm"
      tabIndex={-1}
      aria-hidden
      onClick={(event) => {
        event.stopPropagation();
        onFold();
      }}
    >
      {isFolded ? <IconChevronRight size={16} /> : <IconChevronDown size={16} />}
    </ActionIcon>
  );
}

function KindSign({ kind }: Pick<OutlineRow, 'kind'>) {
  if (kind === 'step') return null;
  const Icon = kind === 'activity' ? IconClipboardList : IconArrowRight;
  return <Icon size={16} aria-hidden className={classes.sign} />;
}

function Said({ row, isPresent }: { readonly row: OutlineRow; readonly isPresent: boolean }) {
  const { words, checked, counts, deviationCounts } = useEditor();
  const isStep = row.kind === 'step';
  const faults = checked.findings.filter(
    ({ severity, elements }) =>
      severity === 'error' && isStep && elements.some(({ step }) => step === row.step),
  );
  const count = isStep ? counts?.[row.step] : undefined;
  const offCount = isStep ? deviationCounts.get(row.step) : undefined;
  return (
    <span className={classes.said}>
      <span className={classes.label}>{words(row.label)}</span>
      {row.stage && <span className={classes.stage}>{words(row.stage.label)}</span>}
      {row.notes.map((note) => (
        <span key={note.it} className={classes.note}>
          {words(note)}
        </span>
      ))}
      {isPresent && <Badge size="sm">{words(WORDS.here)}</Badge>}
      {count !== undefined && (
        <span className={classes.note}>
          {count} {words(count === 1 ? WORDS.youth : WORDS.youths)}
        </span>
      )}
      {offCount !== undefined && (
        <span className={classes.off}>
          <IconArrowRampRight size={16} aria-hidden /> {words(timesOff(offCount))}
        </span>
      )}
      {faults.length > 0 && (
        <span className={classes.fault}>
          <IconAlertTriangle size={16} aria-hidden /> {faults.length} {words(WORDS.problems)}
        </span>
      )}
    </span>
  );
}
