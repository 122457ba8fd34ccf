import type { KeyboardEvent } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { useBuilder } from './builder-context.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { type Draft, isGroup, isWhole } from './draft.ts';
import { mayMove, moved } from './draft-edits.ts';
import { GroupBox } from './GroupBox.tsx';
import { PartButtons } from './PartButtons.tsx';
import { ReferenceRow } from './ReferenceRow.tsx';
import classes from './rules.module.css';
import { usePartName } from './usePartName.ts';
import { WORDS } from './words.ts';

/** One part of a condition with what can be done to it; Alt and an arrow move it. */
export function Part({ part }: { readonly part: Draft }) {
  const { draft, edit } = useBuilder();
  const { words } = useEditor();
  const nameOf = usePartName();
  const move = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    if (!by || !event.altKey || !mayMove(draft, part.id, by)) return;
    event.preventDefault();
    event.stopPropagation();
    const control = (event.target as HTMLElement).dataset.control ?? 'first';
    edit((whole) => moved(whole, part.id, by), words(WORDS.moved), {
      part: part.id,
      control: control as 'first',
    });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the buttons inside
    <div
      {...(!isGroup(part) && { role: 'group', 'aria-label': nameOf(part) })}
      className={isGroup(part) ? classes.groupPart : classes.part}
      data-part={part.id}
      data-missing={!isGroup(part) && !isWhole(part) ? true : undefined}
      onKeyDown={move}
    >
      {isGroup(part) ? (
        <GroupBox group={part} />
      ) : (
        <>
          {part.kind === 'fact' ? (
            <ConditionRow condition={part} />
          ) : (
            <ReferenceRow reference={part} />
          )}
          <PartButtons part={part} />
        </>
      )}
    </div>
  );
}
