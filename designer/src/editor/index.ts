export type { Edit } from './edit-history.ts';
export { MergeDialog } from './MergeDialog.tsx';
export { PathwayEditor } from './PathwayEditor.tsx';
export type {
  Collaboration,
  DraftComment,
  Installation,
  KeepAnswer,
  PathwayEditorProps,
  PersonaKeeping,
  SaveState,
} from './props.ts';
