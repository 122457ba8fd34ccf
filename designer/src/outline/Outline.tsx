import { useClipboard } from '../canvas/useClipboard.ts';
import { useEditor } from '../editor/editor-context.ts';
import { AddStepDialog } from './AddStepDialog.tsx';
import { OutlineHead } from './OutlineHead.tsx';
import { OutlineLine } from './OutlineLine.tsx';
import classes from './outline.module.css';
import { useLineSteps } from './useLineSteps.ts';
import { useOutline } from './useOutline.ts';
import { useTreeKeys } from './useTreeKeys.ts';
import { WORDS } from './words.ts';

const KEYS_ID = 'outline-keys';

/** The same pathway as a tree of lines, where everything that can be drawn can be done by keys. */
export function Outline() {
  const { words, announce } = useEditor();
  const outline = useOutline();
  const { rows, doings, addition, setAddition } = outline;
  const remove: typeof doings.remove = (row) => {
    const index = rows.indexOf(row);
    const isRemoved = doings.remove(row);
    if (isRemoved) tree.go(rows[index - 1] ?? rows[index + 1]);
    return isRemoved;
  };
  const tree = useTreeKeys(rows, {
    ...doings,
    remove,
    duplicate: () => clipboard.duplicate(),
  });
  const { steps, selected } = useLineSteps(tree.here);
  const clipboard = useClipboard({
    steps,
    selected,
    notify: announce,
    remove: () => tree.here && remove(tree.here),
  });
  return (
    <div className={classes.outline}>
      <OutlineHead
        outline={outline}
        here={tree.here}
        keysId={KEYS_ID}
        refocus={() => tree.go(tree.here)}
      />
      {rows.length === 0 && <p role="status">{words(WORDS.none)}</p>}
      <div
        role="tree"
        aria-label={words(WORDS.tree)}
        aria-describedby={KEYS_ID}
        aria-multiselectable
        {...clipboard.events}
      >
        {rows.map((row) => (
          <OutlineLine
            key={row.id}
            row={row}
            isChosen={outline.isChosen(row)}
            isCurrent={row === tree.here}
            isFolded={doings.isFolded(row)}
            isRenamed={outline.renamed === row.id}
            onRenamed={() => {
              outline.setRenamed(undefined);
              tree.go(row);
            }}
            onChoose={(isAdded) => {
              tree.setCurrent(row.id);
              doings.choose(row, isAdded);
            }}
            onFold={() => doings.fold(row, !doings.isFolded(row))}
            onKeyDown={(event) => tree.onKeyDown(event, row)}
            lineRef={tree.lineRef(row.id)}
          />
        ))}
      </div>
      {addition && <AddStepDialog {...addition} onClose={() => setAddition(undefined)} />}
    </div>
  );
}
