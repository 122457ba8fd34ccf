import { Menu } from '@mantine/core';
import { OUTCOMES, type Outcome } from '@percorso/engine';
import {
  IconArrowBackUp,
  IconBoxMultiple,
  IconFlag,
  IconLayoutRows,
  IconSquareRounded,
} from '@tabler/icons-react';
import { Panel } from '@xyflow/react';
import { type ComponentPropsWithRef, memo } from 'react';
import { useSpeech } from '../editor/editor-context.ts';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { MENU } from './menu-props.ts';
import { PART_TYPE, type Part } from './useAdding.ts';
import { WORDS } from './words.ts';

const PARTS = ['step', 'group', 'regions', 'final', 'history'] as const;

const ICONS: Readonly<Record<Part, typeof IconFlag>> = {
  step: IconSquareRounded,
  group: IconBoxMultiple,
  regions: IconLayoutRows,
  final: IconFlag,
  history: IconArrowBackUp,
};

interface Props {
  readonly onAdd: (part: Part, outcome?: Outcome) => void;
}

/** What can be drawn: dragged to its place, or added in view by a click or the Enter key. */
export const Palette = memo(function Palette({ onAdd }: Props) {
  const { words } = useSpeech();
  return (
    <Panel position="top-left" className="canvas-palette">
      <div role="toolbar" aria-label={words(WORDS.add)} aria-orientation="vertical">
        <p className="canvas-palette-title">{words(WORDS.add)}</p>
        {PARTS.map((part) =>
          part === 'final' ? (
            <Outcomes key={part} onAdd={(outcome) => onAdd(part, outcome)} />
          ) : (
            <PartButton key={part} part={part} onClick={() => onAdd(part)} />
          ),
        )}
      </div>
    </Panel>
  );
});

interface PartButtonProps extends ComponentPropsWithRef<'button'> {
  readonly part: Part;
}

function PartButton({ part, ...rest }: PartButtonProps) {
  const { words } = useSpeech();
  const Icon = ICONS[part];
  return (
    <button
      type="button"
      title={words(WORDS.parts[part].help)}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(PART_TYPE, part);
        event.dataTransfer.effectAllowed = 'copy';
      }}
      {...rest}
      // The menu around the button would put its own class in its place.
      className="canvas-palette-part"
    >
      <Icon size={22} stroke={1.75} aria-hidden />
      <span>{words(WORDS.parts[part].label)}</span>
    </button>
  );
}

interface OutcomesProps {
  readonly onAdd: (outcome: Outcome) => void;
}

/** How the case ends there is asked first: it can't be without. */
function Outcomes({ onAdd }: OutcomesProps) {
  const { words } = useSpeech();
  return (
    <Menu position="right-start" {...MENU}>
      <Menu.Target>
        <PartButton part="final" />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words(WORDS.howItEnds)}</Menu.Label>
        {OUTCOMES.map((outcome, index) => (
          <Menu.Item
            key={outcome}
            data-autofocus={index === 0 || undefined}
            onClick={() => onAdd(outcome)}
          >
            {words(OUTCOME_WORDS[outcome])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
