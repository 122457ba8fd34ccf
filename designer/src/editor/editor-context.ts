import type { DifferenceKind, Finding, Language, PathwayDocument, Words } from '@percorso/engine';
import { createContext, type Dispatch, type SetStateAction, use } from 'react';
import type { CommandRefusal, CommandResult } from '../commands/command.ts';
import type { CommandName } from '../commands/registry.ts';
import type { PersonaReport } from '../problems/look.ts';
import type { Trial } from '../trial/walk.ts';
import type { ParametersOf, Step } from './edit-history.ts';
import type { InteractionEvent } from './interaction-machine.ts';
import type {
  Collaboration,
  Deviations,
  Installation,
  PathwayLibrary,
  PersonaKeeping,
  SaveState,
  UNAVAILABLE,
} from './props.ts';
import type { RoomName } from './rooms.ts';
import type { Selection } from './selection.ts';

export type View = 'canvas' | 'outline';

export interface Overlay {
  /** Where the one who tries the draft stands, and where they have been. */
  readonly presentSteps?: readonly string[];
  readonly walkedSteps?: readonly string[];
  /** The step to which they came last, to be brought into view. */
  readonly follow?: string | undefined;
  /** What differs from the published version, by step. */
  readonly changes?: Readonly<Record<string, DifferenceKind>>;
}

export interface CheckState {
  /** What is known: of the present document but for those that are `outdated`. */
  readonly findings: readonly Finding[];
  /** Found before the last edit, and still to be looked at again. */
  readonly outdated: ReadonlySet<Finding>;
  /** Why a finding's repair would be refused. */
  readonly repairRefusals: ReadonlyMap<Finding, CommandRefusal>;
  /** The personas that can't walk the document to their end any more. */
  readonly personas: readonly PersonaReport[];
  /** `drawing`: the behaviour is still being looked at, or was not. */
  readonly extent: 'drawing' | 'behaviour';
  readonly isRunning: boolean;
  /** How many situations were looked at so far. */
  readonly configurations: number;
  /** Why not everything that a case can do was looked at. */
  readonly why?: Words | undefined;
  readonly stop: () => void;
  readonly lookAgain: () => void;
}

/** What every room of the editor works with. All that changes the document is `run`. */
export interface Editor {
  readonly document: PathwayDocument;
  readonly published: PathwayDocument | undefined;
  readonly language: Language;
  readonly installation: Installation;
  readonly collaboration: Collaboration | undefined;
  readonly keeping: PersonaKeeping | undefined;
  readonly library: PathwayLibrary | undefined;
  readonly saveState: SaveState | undefined;
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** Where youths left the arrows; undefined where they never did. */
  readonly deviations: Deviations | typeof UNAVAILABLE | undefined;
  /** How often at each step, while that is to be seen. */
  readonly deviationCounts: ReadonlyMap<string, number>;
  readonly areDeviationsShown: boolean;
  readonly showDeviations: (areShown: boolean) => void;
  readonly isReadOnly: boolean;

  /** Runs a command as one edit; a refusal is shown to the coordinator, and returned. */
  readonly run: <Name extends CommandName>(
    name: Name,
    parameters: ParametersOf<Name>,
  ) => CommandResult;
  /** Several commands as one edit, all or none. The label is the first one's, unless given. */
  readonly runAll: (steps: readonly Step[], label?: Words) => CommandResult;
  /** Why the command would be refused. Costs what running it costs, once for each document. */
  readonly refusalOf: <Name extends CommandName>(
    name: Name,
    parameters: ParametersOf<Name>,
  ) => CommandRefusal | undefined;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What undo would take back; undefined where there is nothing. */
  readonly undoLabel: Words | undefined;
  readonly redoLabel: Words | undefined;

  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly mode: 'select' | 'connect' | 'walk' | 'compare';
  /** The arrow being drawn; `isAsking` when its dialog is open. */
  readonly drawing: {
    readonly from: string | undefined;
    readonly to: string | undefined;
    readonly isAsking: boolean;
  };
  readonly send: (event: InteractionEvent) => void;

  /** What the checks of the present document say so far. */
  readonly checked: CheckState;
  /** The walk that is being tried; it stays while other rooms are open. */
  readonly trial: Trial | undefined;
  readonly setTrial: Dispatch<SetStateAction<Trial | undefined>>;
  /** What a room shows on the drawing, besides the document: a walk, differences. */
  readonly overlay: Overlay;
  readonly showOverlay: (overlay: Overlay) => void;

  readonly view: View;
  readonly setView: (view: View) => void;
  readonly room: RoomName;
  readonly openRoom: (room: RoomName) => void;
  /** Says it to a screen reader, politely. */
  readonly announce: (text: string) => void;
  /** A text in the interface's language. */
  readonly words: (words: Words) => string;
}

export const EditorContext = createContext<Editor | undefined>(undefined);

/** What of the editor stays the same at every edit: who asks only for this isn't drawn again. */
export type Speech = Pick<Editor, 'language' | 'words'>;

export const SpeechContext = createContext<Speech | undefined>(undefined);

/** The language of the editor around a component; without one it throws, as `useEditor` does. */
export function useSpeech(): Speech {
  const speech = use(SpeechContext);
  if (!speech) throw new Error('useSpeech outside PathwayEditor');
  return speech;
}

/** The editor around a component; without one it throws, for that is a fault of ours. */
export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (!editor) throw new Error('useEditor outside PathwayEditor');
  return editor;
}
