import { type KeyboardEvent, useRef, useState } from 'react';
import type { OutlineRow } from './outline-rows.ts';

interface Doings {
  readonly choose: (row: OutlineRow, isAdded: boolean) => void;
  readonly fold: (row: OutlineRow, isFolded: boolean) => void;
  readonly rename: (row: OutlineRow) => void;
  readonly addAfter: (row: OutlineRow) => void;
  readonly connect: (row: OutlineRow) => void;
  readonly remove: (row: OutlineRow) => void;
  readonly duplicate: (row: OutlineRow) => void;
  readonly openMenu: (row: OutlineRow) => void;
  readonly isFolded: (row: OutlineRow) => boolean;
}

/**
 * The keys of a tree as the ARIA Authoring Practices have them, and those of the list's own
 * commands. One line at a time can be reached by Tab; the arrows move among them.
 */
export function useTreeKeys(rows: readonly OutlineRow[], doings: Doings) {
  const [current, setCurrent] = useState<string>();
  const lines = useRef(new Map<string, HTMLElement>());
  const here = rows.find(({ id }) => id === current) ?? rows[0];

  const go = (row: OutlineRow | undefined) => {
    if (!row) return;
    setCurrent(row.id);
    lines.current.get(row.id)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: OutlineRow) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
    const doing = keyDoing(event.key, row, rows, doings);
    if (!doing) return;
    event.preventDefault();
    event.stopPropagation();
    if (typeof doing === 'function') doing();
    else go(doing);
  };
  const lineRef = (id: string) => (element: HTMLElement | null) => {
    if (element) lines.current.set(id, element);
    else lines.current.delete(id);
  };
  return { here, go, setCurrent, onKeyDown, lineRef };
}

/** What a key does on a line: another line to go to, something to do, or nothing. */
function keyDoing(
  key: string,
  row: OutlineRow,
  rows: readonly OutlineRow[],
  doings: Doings,
): OutlineRow | (() => void) | undefined {
  const index = rows.indexOf(row);
  const isOpen = row.hasChildren && !doings.isFolded(row);
  const isStep = row.kind === 'step';
  switch (key) {
    case 'ArrowDown':
      return rows[index + 1];
    case 'ArrowUp':
      return rows[index - 1];
    case 'Home':
      return rows[0];
    case 'End':
      return rows.at(-1);
    case 'ArrowRight':
      return isOpen ? rows[index + 1] : () => doings.fold(row, false);
    case 'ArrowLeft':
      if (isOpen) return () => doings.fold(row, true);
      return rows.find(({ id }) => id === row.parent);
    case 'Enter':
      return () => doings.choose(row, false);
    case ' ':
      return () => doings.choose(row, true);
    case 'Delete':
    case 'Backspace':
      return () => doings.remove(row);
    case 'F2':
      return isStep ? () => doings.rename(row) : undefined;
    case 'Insert':
      return () => doings.addAfter(row);
    case 'd':
    case 'D':
      return () => doings.duplicate(row);
    case 'm':
    case 'M':
    case 'ContextMenu':
      return () => doings.openMenu(row);
    case 'c':
    case 'C':
      return () => doings.connect(row);
    default:
      return key.length === 1 ? startingWith(key, rows, index) : undefined;
  }
}

/** The next step whose name begins with what was typed. */
function startingWith(letter: string, rows: readonly OutlineRow[], index: number) {
  const turned = [...rows.slice(index + 1), ...rows.slice(0, index + 1)];
  const begins = ({ kind, label }: OutlineRow) =>
    kind === 'step' && label.it.toLowerCase().startsWith(letter.toLowerCase());
  return turned.find(begins);
}
