import { type MergeChoice, type MergeConflict, mergeDocuments } from '@percorso/designer';
import type { Edit, SaveState } from '@percorso/designer/editor';
import { type PathwayDocument, parseDocument } from '@percorso/engine';
import type { DraftKeep } from './draft-keep.ts';

/** A command that was run, as the server keeps it. */
export interface NamedEdit {
  readonly name: string;
  readonly parameters: unknown;
}

export interface StoredDraft {
  readonly revision: number;
  readonly document: PathwayDocument;
  /** Who saved it last. */
  readonly by: string;
}

/** What came of a save. `offline`: no answer; `stale`: a colleague has saved meanwhile. */
export type SaveAnswer =
  | { readonly is: 'saved'; readonly revision: number }
  | { readonly is: 'stale' }
  | { readonly is: 'offline' }
  | { readonly is: 'refused'; readonly error: Error };

export interface DraftServer {
  readonly save: (
    revision: number,
    document: PathwayDocument,
    edits: readonly NamedEdit[],
  ) => Promise<SaveAnswer>;
  /** Undefined where no answer came. */
  readonly read: () => Promise<StoredDraft | undefined>;
}

export interface DraftState {
  readonly save: SaveState;
  /** A document to take over: mine with a colleague's edits. */
  readonly arrival?: PathwayDocument;
  /** What a person has to decide before anything can be saved, and with whom. */
  readonly conflicts?: readonly MergeConflict[];
  readonly colleague?: string;
  /** Why the server takes it no more: the draft was closed, or the session has ended. */
  readonly refusal?: Error;
}

const EDITS_MAX = 500;

/**
 * Keeps one draft saved while it is drawn. A save that meets another's is merged where the edits
 * are apart, and waits for a decision where they are not. Has no clock: `wait` calls back later.
 */
export class DraftSaver {
  readonly #server: DraftServer;
  readonly #keep: DraftKeep;
  readonly #wait: (work: () => void, reason: 'typing' | 'offline') => void;
  readonly #listeners = new Set<() => void>();
  #base: PathwayDocument;
  #mine: PathwayDocument;
  #revision: number;
  #theirs: StoredDraft | undefined;
  #edits: NamedEdit[] = [];
  #isBusy = false;
  #isWaiting = false;
  #state: DraftState = { save: 'saved' };

  constructor(
    stored: StoredDraft,
    server: DraftServer,
    keep: DraftKeep,
    wait: (work: () => void, reason: 'typing' | 'offline') => void,
  ) {
    this.#server = server;
    this.#keep = keep;
    this.#wait = wait;
    this.#base = stored.document;
    this.#mine = stored.document;
    this.#revision = stored.revision;
    this.#restore(stored);
  }

  get state(): DraftState {
    return this.#state;
  }

  /** The document as it is drawn now. */
  get document(): PathwayDocument {
    return this.#mine;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** After every edit; it is saved when the coordinator pauses. */
  changed(document: PathwayDocument, edit: Edit): void {
    this.#mine = document;
    this.#edits = [...this.#edits, ...edit.steps].slice(-EDITS_MAX);
    this.#keepMine();
    if (this.#state.conflicts) return;
    this.#put({ save: 'unsaved' });
    this.#later('typing');
  }

  /** A colleague has saved: what they drew comes in, unless it is already here. */
  async colleagueSaved(revision: number): Promise<void> {
    if (revision > this.#revision && !this.#isBusy) await this.#work(() => this.#pull());
  }

  /** Saves now, not when the coordinator pauses. */
  async flush(): Promise<void> {
    if (this.#isBusy || this.#state.conflicts || this.#state.refusal) return;
    if (this.#mine !== this.#base) await this.#work(() => this.#push());
  }

  /** What was decided about each conflict; what is left of them is asked next. */
  async settle(choices: Readonly<Record<string, MergeChoice>>): Promise<void> {
    if (this.#theirs && !this.#isBusy) {
      const theirs = this.#theirs;
      await this.#work(() => this.#meet(theirs, choices));
    }
  }

  async #work(work: () => Promise<void>): Promise<void> {
    this.#isBusy = true;
    try {
      await work();
    } finally {
      this.#isBusy = false;
    }
  }

  async #push(): Promise<void> {
    const sent = this.#mine;
    const edits = this.#edits;
    this.#put({ save: 'saving' });
    const answer = await this.#server.save(this.#revision, sent, edits);
    if (answer.is === 'stale') return this.#pull();
    if (answer.is === 'refused') return this.#put({ save: 'unsaved', refusal: answer.error });
    if (answer.is === 'offline') {
      this.#put({ save: 'offline' });
      return this.#later('offline');
    }
    this.#base = sent;
    this.#revision = answer.revision;
    this.#edits = this.#edits.slice(edits.length);
    this.#keepMine();
    if (this.#mine === sent) return this.#put({ save: 'saved' });
    this.#put({ save: 'unsaved' });
    this.#later('typing');
  }

  async #pull(): Promise<void> {
    const theirs = await this.#server.read();
    if (theirs) return this.#meet(theirs, {});
    this.#put({ save: 'offline' });
    this.#later('offline');
  }

  /** Brings mine and theirs together, and saves what came of it. */
  async #meet(theirs: StoredDraft, choices: Readonly<Record<string, MergeChoice>>): Promise<void> {
    const merged = mergeDocuments(this.#base, this.#mine, theirs.document, choices);
    if (!merged.ok) {
      this.#theirs = theirs;
      const { conflicts } = merged;
      return this.#put({ save: 'conflict', conflicts, colleague: theirs.by });
    }
    this.#theirs = undefined;
    this.#base = theirs.document;
    this.#revision = theirs.revision;
    this.#mine = merged.document;
    const isTheirs = isSame(merged.document, theirs.document);
    if (isTheirs) this.#base = merged.document;
    this.#keepMine();
    this.#put({ save: isTheirs ? 'saved' : 'unsaved', arrival: merged.document });
    if (!isTheirs) this.#later('typing');
  }

  /** What a tab that was closed had not saved comes back, merged with what was saved since. */
  #restore(stored: StoredDraft): void {
    const kept = this.#keep.read();
    const base = kept && parseDocument(kept.base);
    const mine = kept && parseDocument(kept.mine);
    if (!base?.ok || !mine?.ok || isSame(mine.document, stored.document)) {
      this.#keep.write(undefined);
      return;
    }
    this.#base = base.document;
    this.#mine = mine.document;
    void this.#work(() => this.#meet(stored, {}));
  }

  #later(reason: 'typing' | 'offline'): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#wait(() => {
      this.#isWaiting = false;
      if (this.#isBusy) this.#later('typing');
      else void this.flush();
    }, reason);
  }

  #keepMine(): void {
    const isSaved = this.#mine === this.#base;
    const text = (document: PathwayDocument) => JSON.stringify(document);
    this.#keep.write(isSaved ? undefined : { base: text(this.#base), mine: text(this.#mine) });
  }

  #put(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function isSame(one: PathwayDocument, other: PathwayDocument): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
