import type { Page } from 'playwright-core';
import type { Thing } from './finder.ts';

/** How a person works with the page: what both hands can do with whatever has a name. */
export interface Hand {
  readonly page: Page;
  /** A button, a tab, an entry of a menu that is open. */
  readonly press: (thing: Thing) => Promise<void>;
  /** Instead of what stands in a field. */
  readonly write: (thing: Thing, text: string) => Promise<void>;
  /** Ticks or clears a box, or chooses a radio button. */
  readonly tick: (thing: Thing, isTicked?: boolean) => Promise<void>;
  /** One of a list of the browser's own. */
  readonly pick: (thing: Thing, option: string) => Promise<void>;
  /** One of a list that can be searched; `value` tells those apart that are called the same. */
  readonly choose: (thing: Thing, option: string, value?: string) => Promise<void>;
  /** One of a list that can only be looked through. */
  readonly look: (thing: Thing, option: string) => Promise<void>;
  /** Waits until a dialog is open and has the focus, or until none is. */
  readonly inDialog: (isOpen?: boolean) => Promise<void>;
  /** Ends what is being written, so that it counts. */
  readonly enter: (key?: 'Enter' | 'Control+Enter' | 'Tab') => Promise<void>;
}

export const button = (name: string, within?: string): Thing => ({ kind: 'button', name, within });
export const text = (name: string, within?: string): Thing => ({ kind: 'text', name, within });
export const list = (name: string, within?: string): Thing => ({ kind: 'list', name, within });
export const select = (name: string, within?: string): Thing => ({ kind: 'select', name, within });
export const tab = (name: string): Thing => ({ kind: 'tab', name });
export const box = (name: string, within?: string): Thing => ({ kind: 'checkbox', name, within });
export const radio = (name: string, within?: string): Thing => ({ kind: 'radio', name, within });
export type { Thing } from './finder.ts';
export const entry = (name: string): Thing => ({ kind: 'menuitem', name, isPrefix: true });
