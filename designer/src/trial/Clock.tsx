import { Alert, Button, TextInput } from '@mantine/core';
import { addDuration, type Refusal } from '@percorso/engine';
import { IconClock } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { instantAt, localTimeOf } from '../forms/wall-clock.ts';
import classes from './trial.module.css';
import { letTimePass, nextDeadline, type Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly trial: Trial;
  readonly put: (trial: Trial) => void;
}

/** Moves the time on; the deadlines on the way fall due. */
export function Clock({ trial, put }: Props) {
  const { words } = useEditor();
  const { timeZone, moments } = trial;
  const { now } = moments.at(-1)!;
  const [day, setDay] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const passTo = (until: string) => {
    const next = letTimePass(trial, until);
    if ('code' in next) return setRefusal(next);
    setRefusal(undefined);
    put(next);
  };
  const due = nextDeadline(trial);
  const goTo = (event: FormEvent) => {
    event.preventDefault();
    const until = instantAt(`${day}T09:00`, timeZone);
    if (until) passTo(until);
  };
  return (
    <details className={classes.clock}>
      <summary>
        <IconClock size={18} aria-hidden /> {words(WORDS.clock)}
      </summary>
      <div className={classes.buttons}>
        <Button
          size="xs"
          variant="default"
          onClick={() => passTo(addDuration(now, 'P1D', timeZone))}
        >
          {words(WORDS.day)}
        </Button>
        <Button
          size="xs"
          variant="default"
          onClick={() => passTo(addDuration(now, 'P7D', timeZone))}
        >
          {words(WORDS.week)}
        </Button>
        {due && (
          <Button size="xs" variant="default" onClick={() => passTo(due.dueAt)}>
            {words(WORDS.nextDue)}
          </Button>
        )}
      </div>
      <form className={classes.dateRow} onSubmit={goTo}>
        <TextInput
          size="xs"
          type="date"
          label={words(WORDS.toDate)}
          min={localTimeOf(now, timeZone).slice(0, 10)}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <Button size="xs" variant="default" type="submit">
          {words(WORDS.go)}
        </Button>
      </form>
      {refusal && <Alert color="orange">{words(refusal.reason)}</Alert>}
    </details>
  );
}
