import type { PathwayDocument } from '@percorso/engine';
import { type ClipboardEvent, useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { stepsSelected } from '../editor/selection.ts';
import { type MapNode, mapNodes } from '../map/map-nodes.ts';
import { copiedText, readPasted } from './clipboard.ts';
import { topsOf } from './tops.ts';
import { withRoom } from './with-room.ts';
import { WORDS } from './words.ts';

interface Options {
  readonly steps: readonly MapNode[];
  readonly selected: ReadonlySet<string>;
  readonly remove: () => void;
  readonly notify: (text: string) => void;
}

/**
 * Copy, cut, paste and duplicate. The keys use the browser's own events, which need no permission;
 * the menu asks for the clipboard, and without it uses what was copied here last.
 */
export function useClipboard({ steps, selected, remove, notify }: Options) {
  const { document, isReadOnly, runAll, select, words } = useEditor();
  const latest = useRef('');
  const tops = topsOf(steps, selected);
  const keys = tops.map(({ key }) => key);

  const take = (): string | undefined => {
    if (keys.length === 0) return undefined;
    latest.current = copiedText(document, keys);
    const what = keys.length === 1 ? WORDS.copied.one : WORDS.copied.several;
    notify(words(what).replace('{n}', String(keys.length)));
    return latest.current;
  };
  const put = (text: string) => {
    const read = readPasted(text, containerFor(tops));
    if (!read.ok) return notify(words(read.why));
    const command = { name: 'paste-fragment', parameters: read.parameters } as const;
    const result = runAll(withRoom(document, [command]));
    if (result.ok) select(stepsSelected(...addedTo(document, result.document)));
  };
  const duplicate = () => {
    if (keys.length === 0) return;
    const command = { name: 'duplicate-steps', parameters: { steps: keys } } as const;
    const result = runAll(withRoom(document, [command]));
    if (result.ok) select(stepsSelected(...addedTo(document, result.document)));
  };
  const onCopy = (event: ClipboardEvent) => {
    if (isTyping(event)) return;
    const text = take();
    if (text === undefined) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };
  return {
    duplicate,
    copy: () => void toSystem(take()),
    cut: () => {
      const text = take();
      if (text === undefined) return;
      void toSystem(text);
      remove();
    },
    paste: () => void fromSystem(latest.current).then(put),
    events: {
      onCopy,
      onCut: (event: ClipboardEvent) => {
        if (isReadOnly || isTyping(event)) return;
        onCopy(event);
        if (event.defaultPrevented) remove();
      },
      onPaste: (event: ClipboardEvent) => {
        if (isReadOnly || isTyping(event)) return;
        event.preventDefault();
        put(event.clipboardData.getData('text/plain') || latest.current);
      },
    },
  };
}

/** Into a chosen group, or beside the chosen step. */
function containerFor([first, ...others]: readonly MapNode[]): string | undefined {
  if (!first) return undefined;
  return first.kind === 'group' && others.length === 0 ? first.key : first.parent;
}

/** The steps that are new, without those inside another new one. */
function addedTo(before: PathwayDocument, after: PathwayDocument): readonly string[] {
  const added = new Set(
    Object.keys(after.steps).filter((key) => !Object.hasOwn(before.steps, key)),
  );
  return topsOf(mapNodes(after), added).map(({ key }) => key);
}

function isTyping({ target }: ClipboardEvent): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}

/** A browser may have no clipboard to give, or not be allowed to: what was copied stays here. */
async function toSystem(text: string | undefined): Promise<void> {
  if (text === undefined) return;
  await navigator.clipboard?.writeText(text).catch(() => undefined);
}

async function fromSystem(instead: string): Promise<string> {
  const text = await navigator.clipboard?.readText().catch(() => '');
  return text || instead;
}
