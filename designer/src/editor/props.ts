import type {
  DeviationKind,
  Field,
  Language,
  PathwayDocument,
  Persona,
  Words,
} from '@percorso/engine';
import type { ReactNode } from 'react';
import type { Edit } from './edit-history.ts';

/** What the programme knows and a coordinator chooses from; the designer never fetches it. */
export interface Installation {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly opportunityKinds: readonly { readonly id: string; readonly label: Words }[];
  /** What a sub-pathway activity may start. */
  readonly pathways: readonly {
    readonly id: string;
    readonly title: Words;
    /** Its case's own facts, by name, which can be handed to it at its beginning. */
    readonly facts?: Readonly<Record<string, Field>>;
  }[];
  /** Names of the addresses that a service activity may call. */
  readonly services: readonly string[];
  /** Who may walk the draft. */
  readonly personas: readonly Persona[];
  /** IANA name. */
  readonly timeZone: string;
}

/** A remark on a step, or on the whole pathway; a reply has a parent. */
export interface DraftComment {
  readonly id: string;
  readonly step: string | undefined;
  readonly parent: string | undefined;
  readonly text: string;
  readonly author: { readonly id: string; readonly name: string };
  /** ISO 8601 instant. */
  readonly at: string;
  readonly resolvedBy: string | undefined;
}

/** Working with others on the same draft. Absent where the draft is only on this machine. */
export interface Collaboration {
  readonly self: { readonly id: string; readonly name: string };
  /** Who else has the draft open now. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly comments: readonly DraftComment[];
  readonly onComment: (text: string, on: { step?: string; parent?: string }) => Promise<void>;
  readonly onResolve: (comment: string, isResolved: boolean) => Promise<void>;
  readonly onDelete: (comment: string) => Promise<void>;
}

/** Who keeps a persona, and since when. */
export interface KeptPersona {
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** It takes the place of one that came with the programme, which returns when it is forgotten. */
  readonly isReplacement: boolean;
  /** Counts its changes: whoever changes it says which one they saw. */
  readonly revision: number;
}

/** Who forgot a persona, and when. */
export interface ForgottenPersona {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  /** ISO 8601 instant. */
  readonly at: string;
  readonly revision: number;
}

/** `why`, in the interface's language, where it was not done; `isName`: for its name. */
export type KeepAnswer =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly why: string; readonly isName?: boolean };

/** A persona as it was seen; one that came with the programme has no revision. */
export interface SeenPersona {
  readonly id: string;
  readonly revision: number | undefined;
}

/** Personas that are kept beyond this page. Absent where they can only be downloaded. */
export interface PersonaKeeping {
  /** Those of the installation's personas that coordinators keep, by id. */
  readonly kept: Readonly<Record<string, KeptPersona>>;
  /** The last that were forgotten, the latest first. */
  readonly forgotten: readonly ForgottenPersona[];
  /** Keeps a new one; or one instead of another, of which its kept revision was seen. */
  readonly onKeep: (persona: Persona, instead: SeenPersona | undefined) => Promise<KeepAnswer>;
  readonly onForget: (seen: SeenPersona) => Promise<KeepAnswer>;
  readonly onRestore: (seen: SeenPersona) => Promise<KeepAnswer>;
}

/** Where youths left the arrows of the pathway, by step and version. */
export interface Deviations {
  /** With at least one deviation that still holds. */
  readonly cases: number;
  readonly steps: readonly {
    readonly step: string;
    readonly label: Words;
    readonly version: number;
    readonly counts: Readonly<Partial<Record<DeviationKind, number | undefined>>>;
    readonly total: number;
  }[];
  /** On which new cases begin now. */
  readonly currentVersion?: number | undefined;
}

/** It should be known, and is not. */
export const UNAVAILABLE = 'unavailable';

/** `why`, in the interface's language, where it can't be read. */
export type ReadPathway =
  | { readonly ok: true; readonly document: PathwayDocument }
  | { readonly ok: false; readonly why: string };

/** The other pathways of the installation. Absent where only the draft is at hand. */
export interface PathwayLibrary {
  /** What runs of a pathway now. */
  readonly onRead: (pathway: string) => Promise<ReadPathway>;
  /** Begins a draft of a new pathway and says so; false where that could not be done. */
  readonly onBegin: (document: PathwayDocument) => Promise<boolean>;
}

/** `offline`, `busy`: kept on this device until it can be saved; `unkept`: not even that. */
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'busy' | 'unkept' | 'conflict';

export interface PathwayEditorProps {
  /** The draft as it was opened; afterwards the editor has it. */
  readonly document: PathwayDocument;
  /** The version that runs now, to say what the draft changes. */
  readonly published?: PathwayDocument | undefined;
  readonly language: Language;
  readonly installation: Installation;
  /** After every edit, undo and redo, with what was done. */
  readonly onChange?: ((document: PathwayDocument, edit: Edit) => void) | undefined;
  /** A colleague's edits merged with mine: takes the document's place, and mine can be undone. */
  readonly arrival?: PathwayDocument | undefined;
  readonly collaboration?: Collaboration | undefined;
  readonly keeping?: PersonaKeeping | undefined;
  readonly library?: PathwayLibrary | undefined;
  readonly saveState?: SaveState | undefined;
  /** How many youths stand at each step now. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  /** Where youths left the arrows; absent where nobody can have, or nobody asked. */
  readonly deviations?: Deviations | typeof UNAVAILABLE | undefined;
  readonly isReadOnly?: boolean | undefined;
  /** What the page around adds to the toolbar: the way back, publishing. */
  readonly actions?: ReactNode;
}
