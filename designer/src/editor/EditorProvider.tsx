import type { Words } from '@percorso/engine';
import { useMachine } from '@xstate/react';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { CommandRefusal } from '../commands/command.ts';
import { useChecks } from '../problems/useChecks.ts';
import type { Trial } from '../trial/walk.ts';
import {
  type Editor,
  EditorContext,
  type Overlay,
  SpeechContext,
  type View,
} from './editor-context.ts';
import { interactionMachine } from './interaction-machine.ts';
import type { PathwayEditorProps } from './props.ts';
import type { RoomName } from './rooms.ts';
import { NOTHING, type Selection, stillThere } from './selection.ts';
import { useDeviations } from './useDeviations.ts';
import { useHistory } from './useHistory.ts';
import { useRefusals } from './useRefusals.ts';
import { WORDS } from './words.ts';

const BARE: Overlay = {};

interface Props extends PathwayEditorProps {
  readonly initialView: View;
  readonly onRefusal: (refusal: CommandRefusal) => void;
  readonly onAnnounce: (text: string) => void;
  readonly children: ReactNode;
}

/** Gives the rooms of the editor what they share: the document, its commands, what is chosen. */
export function EditorProvider({ children, onRefusal, onAnnounce, ...props }: Props) {
  const { language, isReadOnly = false } = props;
  const speech = useMemo(() => ({ language, words: (text: Words) => text[language] }), [language]);
  const { words } = speech;
  const { history, runAll, undo, redo } = useHistory(props.document, props.arrival, {
    onChange: props.onChange,
    onRefusal,
    onStepped: (kind, edit) => onAnnounce(`${words(WORDS[kind])}: ${words(edit.label)}`),
  });
  const { document } = history;
  const [chosen, select] = useState<Selection>(NOTHING);
  const selection = useMemo(() => stillThere(chosen, document), [chosen, document]);
  const [view, setView] = useState<View>(props.initialView);
  const [room, openRoom] = useState<RoomName>('pathway');
  const [overlay, showOverlay] = useState(BARE);
  const [interaction, send] = useMachine(interactionMachine);
  const refusalOf = useRefusals(document);
  const checked = useChecks(document, props.installation);
  const [trial, setTrial] = useState<Trial>();

  const deviating = useDeviations(props.deviations);

  const latest = { runAll, undo, redo, send, onAnnounce };
  const actions = useRef(latest);
  actions.current = latest;
  // The same functions always, so that what only calls them is not drawn again at every edit.
  const steady = useMemo(
    () => ({
      run: ((name, parameters) => actions.current.runAll([{ name, parameters }])) as Editor['run'],
      runAll: ((steps, label) => actions.current.runAll(steps, label)) as Editor['runAll'],
      undo: () => actions.current.undo(),
      redo: () => actions.current.redo(),
      send: ((event) => actions.current.send(event)) as Editor['send'],
      announce: (text: string) => actions.current.onAnnounce(text),
      select: (next: Selection) => {
        select(next);
        if (next.kind !== 'nothing') openRoom((now) => (now === 'pathway' ? 'element' : now));
      },
    }),
    [],
  );
  const state = interaction.value;
  const editor: Editor = {
    ...steady,
    ...speech,
    document,
    published: props.published,
    installation: props.installation,
    collaboration: props.collaboration,
    keeping: props.keeping,
    library: props.library,
    saveState: props.saveState,
    counts: props.counts,
    ...deviating,
    isReadOnly,
    refusalOf,
    undoLabel: history.past.at(-1)?.label,
    redoLabel: history.future[0]?.label,
    selection,
    mode: typeof state === 'object' ? 'connect' : state,
    drawing: {
      ...interaction.context,
      isAsking: typeof state === 'object' && state.connect === 'cause',
    },
    checked,
    trial,
    setTrial,
    overlay,
    showOverlay,
    view,
    setView,
    room,
    openRoom,
  };
  return (
    <SpeechContext value={speech}>
      <EditorContext value={editor}>{children}</EditorContext>
    </SpeechContext>
  );
}
