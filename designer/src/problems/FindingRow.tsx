import { Button } from '@mantine/core';
import { compile, type Finding } from '@percorso/engine';
import { IconFocus2, IconPlayerPlay, IconTool } from '@tabler/icons-react';
import type { CommandName } from '../commands/registry.ts';
import { type CheckState, useEditor } from '../editor/editor-context.ts';
import { LinkButton } from '../panels/fields/LinkButton.tsx';
import { exampleTrial } from '../trial/example-trial.ts';
import { whereabouts } from '../trial/whereabouts.ts';
import { adviceOn } from './advice.ts';
import { elementOf } from './element-of.ts';
import classes from './problems.module.css';
import { REASONS } from './reasons.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly finding: Finding;
  /** The row will go: the focus needs another place. */
  readonly onRepaired: (row: HTMLElement | null) => void;
}

/** One finding: where, what, why it matters, for whom, and what would mend it. */
export function FindingRow({ finding, onRepaired }: Props) {
  const { words, checked } = useEditor();
  const isOutdated = checked.outdated.has(finding);
  const reason = REASONS[finding.check];
  const advice = adviceOn(finding);
  return (
    <li
      tabIndex={-1}
      className={classes.row}
      data-severity={finding.severity}
      data-outdated={isOutdated}
    >
      <Elements finding={finding} />
      <p className={classes.message}>
        {words(finding.message)}
        {isOutdated && <em className={classes.outdated}> ({words(WORDS.outdated)})</em>}
      </p>
      {reason && <p className={classes.quiet}>{words(reason)}</p>}
      {advice && (
        <p className={classes.quiet}>
          {words(WORDS.toCorrect)}: {words(advice)}
        </p>
      )}
      <div className={classes.buttons}>
        <RepairButton finding={finding} onRepaired={onRepaired} />
        <WatchButton finding={finding} />
      </div>
      <Example finding={finding} />
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
          <LinkButton
            key={pointer}
            isStrong
            onClick={() => (selection ? select(selection) : openRoom('pathway'))}
          >
            <IconFocus2 size={18} aria-hidden />
            {words(label)}
          </LinkButton>
        );
      })}
    </div>
  );
}

/** Somebody's walk into the trouble, told; it is long, and read on demand. */
function Example({ finding }: Pick<Props, 'finding'>) {
  const { words } = useEditor();
  if (!finding.walk) return null;
  return (
    <details className={classes.example}>
      <summary>{words(WORDS.readExample)}</summary>
      <p>{words(finding.walk.told)}</p>
    </details>
  );
}

function WatchButton({ finding }: Pick<Props, 'finding'>) {
  const editor = useEditor();
  const { document, installation, openRoom, setTrial, announce, words } = editor;
  const { walk, message } = finding;
  if (!walk) return null;
  const watch = () => {
    const named = { name: words(WORDS.example), story: message };
    const trial = exampleTrial(compile(document), walk, named, installation.timeZone);
    setTrial(trial);
    openRoom('trial');
    announce(whereabouts(trial, editor));
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      onClick={watch}
    >
      {words(WORDS.watch)}
    </Button>
  );
}

function RepairButton({ finding, onRepaired }: Props) {
  const { checked, isReadOnly, runAll, announce, words } = useEditor();
  const { repair } = finding;
  if (!repair || isReadOnly) return null;
  const why = whyNotRepaired(checked, finding);
  const mend = (button: HTMLElement) => {
    if (why) return;
    const step = { name: repair.command as CommandName, parameters: repair.parameters };
    if (!runAll([step], repair.label).ok) return;
    announce(`${words(WORDS.repaired)}: ${words(repair.label)}`);
    onRepaired(button.closest('li'));
  };
  return (
    <>
      <Button
        size="xs"
        variant="light"
        leftSection={<IconTool size={16} aria-hidden />}
        aria-disabled={why !== undefined}
        {...(why && { 'data-disabled': true, title: words(why) })}
        onClick={(event) => mend(event.currentTarget)}
      >
        {words(WORDS.repair)}: {words(repair.label)}
      </Button>
      {why && why !== WORDS.waitToRepair && (
        <p className={classes.quiet}>
          {words(WORDS.cantRepair)}: {words(why)}
        </p>
      )}
    </>
  );
}

/** A repair names places of the document that was looked at: after an edit it has to wait. */
function whyNotRepaired({ outdated, repairRefusals }: CheckState, finding: Finding) {
  return outdated.has(finding) ? WORDS.waitToRepair : repairRefusals.get(finding)?.words;
}
