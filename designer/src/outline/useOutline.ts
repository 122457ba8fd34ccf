import { useMemo, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { removalOf } from '../editor/removal-of.ts';
import { stepsSelected } from '../editor/selection.ts';
import { matchingRows, type OutlineRow, outlineRows, visibleRows } from './outline-rows.ts';
import { WORDS } from './words.ts';

/** The lines of the list, which of them are folded, searched or chosen, and what they can do. */
export function useOutline() {
  const { document, selection, select, runAll, send, announce, words, isReadOnly } = useEditor();
  const all = useMemo(() => outlineRows(document), [document]);
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => leaves(all));
  const [search, setSearch] = useState('');
  const [renamed, setRenamed] = useState<string>();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [addition, setAddition] = useState<{ readonly after: string | undefined }>();
  const rows = search.trim() ? matchingRows(all, search) : visibleRows(all, folded);

  const chosen = selection.kind === 'steps' ? selection.steps : [];
  const isChosen = ({ id, selection: of }: OutlineRow) =>
    of.kind === 'steps' ? chosen.includes(id) : JSON.stringify(of) === JSON.stringify(selection);
  const doings = {
    isFolded: ({ id }: OutlineRow) => folded.has(id),
    fold: ({ id, hasChildren }: OutlineRow, isFolded: boolean) => {
      if (!hasChildren) return;
      const others = [...folded].filter((one) => one !== id);
      setFolded(new Set(isFolded ? [...others, id] : others));
    },
    choose: (row: OutlineRow, isAdded: boolean) => {
      if (!isAdded || row.kind !== 'step') return select(row.selection);
      const others = chosen.filter((one) => one !== row.id);
      select(stepsSelected(...(isChosen(row) ? others : [...others, row.id])));
    },
    rename: ({ step }: OutlineRow) => !isReadOnly && setRenamed(step),
    addAfter: ({ step }: OutlineRow) => !isReadOnly && setAddition({ after: step }),
    connect: ({ step }: OutlineRow) =>
      !isReadOnly && send({ type: 'connect', from: step, isByList: true }),
    openMenu: () => !isReadOnly && setMenuOpen(true),
    remove: (row: OutlineRow) => {
      if (isReadOnly || !runAll(removalOf(document, row.selection)).ok) return false;
      announce(`${words(WORDS.removed)}: ${words(row.label)}`);
      return true;
    },
  };
  const foldAll = (isFolded: boolean) => setFolded(isFolded ? leaves(all) : new Set());
  const state = { rows, isChosen, search, setSearch, renamed, setRenamed };
  const dialogs = { addition, setAddition, isMenuOpen, setMenuOpen };
  return { ...state, ...dialogs, doings, foldAll };
}

/** At first every step is seen, and what hangs on the innermost ones is folded away. */
function leaves(rows: readonly OutlineRow[]): ReadonlySet<string> {
  const around = new Set(rows.flatMap(({ kind, parent }) => (kind === 'step' ? [parent] : [])));
  return new Set(rows.flatMap(({ id, kind }) => (kind === 'step' && !around.has(id) ? [id] : [])));
}
