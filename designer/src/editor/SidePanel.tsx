import { CloseButton, Tabs } from '@mantine/core';
import {
  IconChecklist,
  IconForms,
  IconGitCompare,
  IconMessages,
  IconRoute,
  IconWalk,
} from '@tabler/icons-react';
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

const ICONS = {
  element: IconForms,
  pathway: IconRoute,
  problems: IconChecklist,
  trial: IconWalk,
  changes: IconGitCompare,
  comments: IconMessages,
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
              <RoomTab key={name} name={name} />
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

function RoomTab({ name }: { readonly name: RoomName }) {
  const { words, checked, collaboration } = useEditor();
  const Icon = ICONS[name];
  const counts: Readonly<Partial<Record<RoomName, number | undefined>>> = {
    problems: checked.findings.filter(({ severity }) => severity === 'error').length,
    comments: collaboration?.comments.filter(
      ({ parent, resolvedBy }) => parent === undefined && resolvedBy === undefined,
    ).length,
  };
  const count = counts[name];
  return (
    <Tabs.Tab value={name} className={classes.tab}>
      <span className={classes.tabSign}>
        <Icon size={20} aria-hidden />
        {count ? <span className={classes.tabCount}>{count}</span> : null}
      </span>
      {words(ROOM_LABELS[name])}
    </Tabs.Tab>
  );
}
