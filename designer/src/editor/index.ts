export type { Edit } from './edit-history.ts';
export { MergeDialog } from './MergeDialog.tsx';
export { PathwayEditor } from './PathwayEditor.tsx';
export type {
  Collaboration,
  Deviations,
  DraftComment,
  Installation,
  KeepAnswer,
  PathwayEditorProps,
  PathwayLibrary,
  PersonaKeeping,
  SaveState,
} from './props.ts';
export { UNAVAILABLE } from './props.ts';
