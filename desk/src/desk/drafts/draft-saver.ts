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

/** Why nothing came of it. `offline`: no answer; `busy`: the server can't now, but may later. */
export type Failure =
  | { readonly is: 'offline' | 'busy' }
  | { readonly is: 'refused'; readonly error: Error };

/** What came of a save. `stale`: a colleague has saved meanwhile. */
export type SaveAnswer =
  | { readonly is: 'saved'; readonly revision: number }
  | { readonly is: 'stale' }
  | Failure;

export type ReadAnswer = { readonly is: 'read'; readonly draft: StoredDraft } | Failure;

export interface DraftServer {
  readonly save: (
    revision: number,
    document: PathwayDocument,
    edits: readonly NamedEdit[],
  ) => Promise<SaveAnswer>;
  readonly read: () => Promise<ReadAnswer>;
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
  #busy: Promise<void> | undefined;
  #isWaiting = false;
  #isKept = true;
  /** The newest revision that was heard of; it may have been saved while this was busy. */
  #heard = 0;
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

  /** Is what is not saved yet safe on this device? */
  get isKept(): boolean {
    return this.#isKept;
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
    // Why the last save was refused stays to be read until the next one is answered.
    const { refusal } = this.#state;
    this.#put({ save: 'unsaved', ...(refusal && { refusal }) });
    this.#later('typing');
  }

  /** A colleague has saved: what they drew comes in, unless it is already here. */
  async colleagueSaved(revision: number): Promise<void> {
    this.#heard = Math.max(this.#heard, revision);
    if (!this.#busy) await this.#catchUp();
  }

  get #isUnsaved(): boolean {
    return this.#mine !== this.#base && !this.#state.conflicts;
  }

  async #catchUp(): Promise<void> {
    if (this.#heard > this.#revision && !this.#state.refusal) await this.#work(() => this.#pull());
  }

  /** Saves now, not when the coordinator pauses; answers whether all that is drawn is saved. */
  async flush(): Promise<boolean> {
    while (this.#busy) await this.#busy;
    // What came of a merge with a colleague's is saved in its turn.
    for (let times = 0; times < 2 && this.#isUnsaved; times += 1) {
      await this.#work(() => this.#push());
      if (this.#state.save !== 'unsaved' || this.#state.refusal) break;
    }
    return this.#state.save === 'saved';
  }

  /** What was decided about each conflict; what is left of them is asked next. */
  async settle(choices: Readonly<Record<string, MergeChoice>>): Promise<void> {
    if (this.#theirs && !this.#busy) {
      const theirs = this.#theirs;
      await this.#work(async () => this.#meet(theirs, choices));
    }
  }

  async #work(work: () => Promise<void>): Promise<void> {
    const heard = this.#heard;
    this.#busy = work().finally(() => {
      this.#busy = undefined;
    });
    await this.#busy;
    if (this.#heard > heard && !this.#busy) await this.#catchUp();
  }

  async #push(): Promise<void> {
    const sent = this.#mine;
    const edits = this.#edits;
    this.#put({ save: 'saving' });
    const answer = await this.#server.save(this.#revision, sent, edits);
    if (answer.is === 'stale') return this.#pull();
    if (answer.is !== 'saved') return this.#fail(answer);
    this.#base = sent;
    this.#revision = answer.revision;
    this.#edits = this.#edits.slice(edits.length);
    this.#keepMine();
    if (this.#mine === sent) return this.#put({ save: 'saved' });
    this.#put({ save: 'unsaved' });
    this.#later('typing');
  }

  async #pull(): Promise<void> {
    const answer = await this.#server.read();
    if (answer.is === 'read') this.#meet(answer.draft, {});
    else this.#fail(answer);
  }

  #fail(failure: Failure): void {
    if (failure.is === 'refused') {
      this.#put({ save: 'unsaved', refusal: failure.error });
    } else {
      this.#put({ save: this.#isKept ? failure.is : 'unkept' });
      this.#later('offline');
    }
  }

  /** Brings mine and theirs together, and saves what came of it. */
  #meet(theirs: StoredDraft, choices: Readonly<Record<string, MergeChoice>>): void {
    const merged = mergeDocuments(this.#base, this.#mine, theirs.document, choices);
    if (!merged.ok) {
      this.#theirs = theirs;
      const { conflicts } = merged;
      this.#put({ save: 'conflict', conflicts, colleague: theirs.by });
      return;
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
    this.#meet(stored, {});
  }

  #later(reason: 'typing' | 'offline'): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#wait(() => {
      this.#isWaiting = false;
      void this.flush();
    }, reason);
  }

  #keepMine(): void {
    const isSaved = this.#mine === this.#base;
    const text = (document: PathwayDocument) => JSON.stringify(document);
    const kept = isSaved ? undefined : { base: text(this.#base), mine: text(this.#mine) };
    this.#isKept = this.#keep.write(kept);
  }

  #put(state: DraftState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function isSame(one: PathwayDocument, other: PathwayDocument): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
