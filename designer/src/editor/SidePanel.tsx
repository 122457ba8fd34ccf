import { CloseButton, Tabs } from '@mantine/core';
import { ChangesRoom } from '../changes/ChangesRoom.tsx';
import { CommentsRoom } from '../comments/CommentsRoom.tsx';
import { ElementRoom } from '../panels/ElementRoom.tsx';
import { PathwayRoom } from '../panels/PathwayRoom.tsx';
import { ProblemsRoom } from '../problems/ProblemsRoom.tsx';
import { TrialRoom } from '../trial/TrialRoom.tsx';
import classes from './editor.module.css';
import { useEditor } from './editor-context.ts';
import { ROOM_LABELS, ROOM_NAMES, type RoomName } from './rooms.ts';
import { WORDS } from './words.ts';

const ROOMS = {
  element: ElementRoom,
  pathway: PathwayRoom,
  problems: ProblemsRoom,
  trial: TrialRoom,
  changes: ChangesRoom,
  comments: CommentsRoom,
} as const;

/** Everything that is said about the drawing, beside it; only the open room is there. */
export function SidePanel({ onClose }: { readonly onClose: () => void }) {
  const { room, openRoom, words, collaboration, published } = useEditor();
  const names = ROOM_NAMES.filter(
    (name) =>
      (name !== 'comments' || collaboration !== undefined) &&
      (name !== 'changes' || published !== undefined),
  );
  const Room = ROOMS[room];
  return (
    <aside className={classes.panel} aria-label={words(WORDS.panel)}>
      <Tabs
        value={room}
        onChange={(value) => openRoom(value as RoomName)}
        className={classes.tabs}
        keepMounted={false}
      >
        <div className={classes.tabRow}>
          <Tabs.List>
            {names.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {words(ROOM_LABELS[name])}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <CloseButton aria-label={words(WORDS.closePanel)} onClick={onClose} />
        </div>
        <Tabs.Panel value={room} className={classes.room}>
          <Room />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}
