import { NativeSelect } from '@mantine/core';
import { Fragment } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { AddButtons } from './AddButtons.tsx';
import { useBuilder } from './builder-context.ts';
import type { DraftGroup, GroupKind } from './draft.ts';
import { withKind } from './draft-edits.ts';
import { Part } from './Part.tsx';
import { PartButtons } from './PartButtons.tsx';
import classes from './rules.module.css';
import { WORDS } from './words.ts';

const KINDS: readonly GroupKind[] = ['all', 'any', 'not'];

/** Several conditions and how they count together; «not» has one. */
export function GroupBox({ group }: { readonly group: DraftGroup }) {
  const { edit } = useBuilder();
  const { words } = useEditor();
  const isFull = group.kind === 'not' && group.parts.length > 0;
  return (
    <fieldset className={classes.group} data-kind={group.kind}>
      <legend className="visually-hidden">
        {words(WORDS.group)}: {words(WORDS.kinds[group.kind])}
      </legend>
      <div className={classes.groupHead}>
        <NativeSelect
          size="sm"
          aria-label={words(WORDS.groupKind)}
          data-control="kind"
          className={classes.kind}
          value={group.kind}
          data={KINDS.map((kind) => ({ value: kind, label: words(WORDS.kinds[kind]) }))}
          onChange={({ currentTarget }) =>
            edit((whole) => withKind(whole, group.id, currentTarget.value as GroupKind))
          }
        />
        <PartButtons part={group} />
      </div>
      <div className={classes.parts}>
        {group.parts.map((part, index) => (
          <Fragment key={part.id}>
            {index > 0 && (
              <span className={classes.between} aria-hidden>
                {words(WORDS.between[group.kind])}
              </span>
            )}
            <Part part={part} />
          </Fragment>
        ))}
      </div>
      {!isFull && <AddButtons group={group.id} />}
    </fieldset>
  );
}
