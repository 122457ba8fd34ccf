import { Button } from '@mantine/core';
import { compile, type Finding } from '@percorso/engine';
import { IconFocus2, IconPlayerTrackNext, IconTool } from '@tabler/icons-react';
import type { CommandName } from '../commands/registry.ts';
import { useEditor } from '../editor/editor-context.ts';
import { exampleTrial } from '../trial/example-trial.ts';
import { elementOf } from './element-of.ts';
import classes from './problems.module.css';
import { REASONS } from './reasons.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly finding: Finding;
  /** The row may be gone now: the focus needs another place. */
  readonly onRepaired: () => void;
}

/** One finding: where, what, why it matters, for whom, and what would mend it. */
export function FindingRow({ finding, onRepaired }: Props) {
  const { words, checked } = useEditor();
  const isOutdated = checked.outdated.has(finding);
  const reason = REASONS[finding.check];
  return (
    <li className={classes.row} data-severity={finding.severity} data-outdated={isOutdated}>
      <Elements finding={finding} />
      <p className={classes.message}>
        {words(finding.message)}
        {isOutdated && <em className={classes.outdated}> ({words(WORDS.outdated)})</em>}
      </p>
      {reason && <p className={classes.quiet}>{words(reason)}</p>}
      <Example finding={finding} />
      <RepairButton finding={finding} onRepaired={onRepaired} />
    </li>
  );
}

/** What it is about; choosing it shows it on the drawing, or where the pathway's parts are. */
function Elements({ finding }: Pick<Props, 'finding'>) {
  const { document, select, openRoom, words } = useEditor();
  const found = finding.elements.map((element) => elementOf(document, element));
  return (
    <div className={classes.elements}>
      {found.map((element, index) => {
        const { pointer } = finding.elements[index]!;
        if (!element) {
          return (
            <span key={pointer} className={classes.quiet}>
              {words(WORDS.gone)}
            </span>
          );
        }
        const { label, selection } = element;
        return (
          <button
            key={pointer}
            type="button"
            className={classes.element}
            onClick={() => (selection ? select(selection) : openRoom('pathway'))}
          >
            <IconFocus2 size={18} aria-hidden />
            {words(label)}
          </button>
        );
      })}
    </div>
  );
}

/** Somebody's walk into the trouble, told and to be watched. */
function Example({ finding }: Pick<Props, 'finding'>) {
  const { document, installation, openRoom, setTrial, words } = useEditor();
  const { walk } = finding;
  if (!walk) return null;
  const watch = () => {
    const name = words(WORDS.example);
    setTrial(exampleTrial(compile(document), walk, name, installation.timeZone));
    openRoom('trial');
  };
  return (
    <div className={classes.example}>
      <p>
        <strong>{words(WORDS.example)}:</strong> {words(walk.told)}
      </p>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerTrackNext size={16} aria-hidden />}
        onClick={watch}
      >
        {words(WORDS.watch)}
      </Button>
    </div>
  );
}

function RepairButton({ finding, onRepaired }: Props) {
  const { checked, isReadOnly, runAll, announce, words } = useEditor();
  const { repair } = finding;
  if (!repair || isReadOnly) return null;
  const refusal = checked.repairRefusals.get(finding);
  // Its parameters name places of the document before the edit.
  const why = checked.outdated.has(finding) ? WORDS.waitToRepair : refusal?.words;
  const label = `${words(WORDS.repair)}: ${words(repair.label)}`;
  const mend = () => {
    if (why) return;
    const step = { name: repair.command as CommandName, parameters: repair.parameters };
    if (!runAll([step], repair.label).ok) return;
    announce(`${words(WORDS.repaired)}: ${words(repair.label)}`);
    onRepaired();
  };
  return (
    <div>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconTool size={16} aria-hidden />}
        aria-disabled={why !== undefined}
        {...(why && { 'data-disabled': true })}
        onClick={mend}
      >
        {label}
      </Button>
      {refusal && !checked.outdated.has(finding) && (
        <p className={classes.quiet}>
          {words(WORDS.cantRepair)}: {words(refusal.words)}
        </p>
      )}
    </div>
  );
}
