import { Button } from '@mantine/core';
import { timerName } from '@percorso/engine';
import { IconHourglass } from '@tabler/icons-react';
import { useEditor } from '../editor/editor-context.ts';
import { happeningWords } from './happening-words.ts';
import { momentWords } from './moment-words.ts';
import classes from './trial.module.css';
import { letTimePass, type Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly trial: Trial;
  readonly put: (trial: Trial) => void;
}

/** What happens by itself if nobody does anything, and when. */
export function Deadlines({ trial, put }: Props) {
  const { language, words } = useEditor();
  const { pathway, timeZone, moments } = trial;
  const timers = Object.entries(moments.at(-1)!.state.timers).toSorted(([, one], [, other]) =>
    one.localeCompare(other),
  );
  if (timers.length === 0) return null;
  const pass = (dueAt: string) => {
    const next = letTimePass(trial, dueAt);
    if (!('code' in next)) put(next);
  };
  return (
    <>
      <h4 className={classes.subheading}>{words(WORDS.deadlines)}</h4>
      <ul className={classes.list}>
        {timers.map(([timer, dueAt]) => {
          const event = { type: 'timer', timer: timerName(timer) } as const;
          return (
            <li key={timer} className={classes.item}>
              <span>{words(happeningWords([pathway.document], event, timeZone))}</span>
              <span className={classes.quiet}>{momentWords(dueAt, language, timeZone)}</span>
              <Button
                size="xs"
                variant="light"
                leftSection={<IconHourglass size={16} aria-hidden />}
                onClick={() => pass(dueAt)}
              >
                {words(WORDS.letPass)}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
