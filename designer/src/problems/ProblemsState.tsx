import { Alert, Button, Loader } from '@mantine/core';
import type { Words } from '@percorso/engine';
import { IconCircleCheck, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { type CheckState, useEditor } from '../editor/editor-context.ts';
import type { ProblemKind } from './ProblemsRoom.tsx';
import classes from './problems.module.css';
import { WORDS } from './words.ts';

interface Props {
  readonly counts: Readonly<Record<ProblemKind, number>>;
}

/** How far the checks have come, and the good news where there is nothing to correct. */
export function ProblemsState({ counts }: Props) {
  const { checked, words } = useEditor();
  const message = goodNews(checked, counts);
  return (
    <>
      {message && (
        <Alert
          color="green"
          variant="light"
          icon={<IconCircleCheck aria-hidden />}
          className={classes.good}
        >
          {words(message)} <Passing />
        </Alert>
      )}
      <Progress />
      <p role="status" className="visually-hidden">
        {!checked.isRunning && countWords(counts).map(words).join(', ')}
      </p>
    </>
  );
}

/** How many personas walk the draft to their end. */
function Passing() {
  const { checked, document, installation, words } = useEditor();
  const count = installation.personas.filter(({ pathway }) => pathway === document.id).length;
  if (checked.extent !== 'behaviour' || count === 0) return null;
  return `${words(WORDS.passing)} ${count}.`;
}

function goodNews(checked: CheckState, counts: Props['counts']) {
  if (counts.error + counts.personas > 0) return undefined;
  const isWhole = checked.extent === 'behaviour' && !checked.why;
  const isEmpty = counts.warning + counts.hint === 0;
  if (isWhole) return isEmpty ? WORDS.none : WORDS.noErrors;
  if (!isEmpty) return undefined;
  return checked.isRunning ? WORDS.noneYet : WORDS.noneButStopped;
}

/** «Da correggere: 2, Suggerimenti: 1»: for who doesn't see the list grow and shrink. */
function countWords(counts: Props['counts']): Words[] {
  const kinds = Object.keys(counts) as ProblemKind[];
  return kinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => {
      const { it, en } = WORDS.groups[kind];
      return { it: `${it}: ${counts[kind]}`, en: `${en}: ${counts[kind]}` };
    });
}

function Progress() {
  const { checked, words, language } = useEditor();
  const { isRunning, configurations, why, stop, lookAgain } = checked;
  if (!isRunning && !why) return null;
  const count = configurations.toLocaleString(language);
  return (
    <div className={classes.progress}>
      {isRunning && <Loader size="xs" aria-hidden />}
      <p role="status">
        {isRunning ? words(WORDS.running) : why && words(why)}
        {isRunning && configurations > 0 && ` ${count} ${words(WORDS.configurations)}.`}
      </p>
      {isRunning ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlayerStop size={16} aria-hidden />}
          onClick={stop}
        >
          {words(WORDS.stop)}
        </Button>
      ) : (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRefresh size={16} aria-hidden />}
          onClick={lookAgain}
        >
          {words(WORDS.lookAgain)}
        </Button>
      )}
    </div>
  );
}
