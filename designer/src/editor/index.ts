export type { Edit } from './edit-history.ts';
export { MergeDialog } from './MergeDialog.tsx';
export { PathwayEditor } from './PathwayEditor.tsx';
export type {
  Collaboration,
  DraftComment,
  Installation,
  PathwayEditorProps,
  SaveState,
} from './props.ts';
