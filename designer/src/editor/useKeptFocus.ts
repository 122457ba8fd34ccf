import { type RefObject, useEffect } from 'react';

/** Dialogs and panels that know a better place have given the focus to it by then. */
const AFTER_OTHERS_MS = 100;
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const CONTROLS =
  'a[href], button:not([disabled]), input:not([disabled], [type="hidden"]), select, textarea, summary, [tabindex]:not(:empty)';

/** An element and what was around it, from the inside out, with its place among its siblings. */
type Trail = readonly { readonly element: Element; readonly index: number }[];

/**
 * When what has the focus is taken away (by a deletion, undo, a correction, a colleague), the focus
 * goes on from what stands in its place, else from what is around; never to the page's beginning.
 */
export function useKeptFocus(area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = area.current;
    if (!root) return;
    let trail: Trail = [];
    let focused: Element | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const isLost = () => focused !== undefined && !focused.isConnected && isNowhere();
    const onFocus = ({ target }: FocusEvent) => {
      focused = target instanceof Element ? target : undefined;
      // What opened a menu or a dialog, which is drawn elsewhere, is where one comes back to.
      if (focused && root.contains(focused)) trail = trailOf(focused, root);
    };
    const onBlur = ({ target }: FocusEvent) => {
      // Whoever clicks beside it wants to leave it, unlike whom it was taken from: that is known
      // when what follows from the same event is drawn.
      setTimeout(() => {
        if (target === focused && focused?.isConnected && isNowhere()) focused = undefined;
      });
    };
    const removals = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(() => isLost() && focusOn(nearest(trail)), AFTER_OTHERS_MS);
    });
    removals.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    return () => {
      clearTimeout(timer);
      removals.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, [area]);
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function focusOn(element: HTMLElement | undefined): void {
  if (element && !element.matches(CONTROLS)) element.setAttribute('tabindex', '-1');
  element?.focus();
}

function trailOf(from: Element, root: Element): Trail {
  const trail: { element: Element; index: number }[] = [];
  for (let at: Element | null = from; at && root.contains(at); at = at.parentElement) {
    trail.push({ element: at, index: [...(at.parentElement?.children ?? [])].indexOf(at) });
  }
  return trail;
}

/** What stands where the first thing stood that is gone, else the last before it, else around. */
function nearest(trail: Trail): HTMLElement | undefined {
  const left = trail.findIndex(({ element }) => element.isConnected);
  if (left === 0) return trail[0]!.element as HTMLElement;
  for (let at = left; at > 0 && at < trail.length; at += 1) {
    const { children } = trail[at]!.element;
    const place = children[Math.min(trail[at - 1]!.index, children.length - 1)];
    const found = place && firstIn(place);
    if (found) return found;
  }
  return undefined;
}

/** Where a reader would begin in it: at itself, its heading or its first control. */
function firstIn(element: Element): HTMLElement | undefined {
  const inside = element.querySelectorAll<HTMLElement>(`${HEADINGS}, ${CONTROLS}`);
  const all = element.matches(CONTROLS) ? [element as HTMLElement, ...inside] : [...inside];
  return all.find((one) => one.checkVisibility());
}
