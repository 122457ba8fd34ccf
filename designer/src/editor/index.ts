export type { Edit } from './edit-history.ts';
export { PathwayEditor } from './PathwayEditor.tsx';
export type {
  Collaboration,
  DraftComment,
  Installation,
  PathwayEditorProps,
  SaveState,
} from './props.ts';
