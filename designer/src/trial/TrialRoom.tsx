import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useRef } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { useHeading } from '../panels/element/useHeading.ts';
import { FactLists } from './FactLists.tsx';
import { KeepPersona } from './KeepPersona.tsx';
import { Messages } from './Messages.tsx';
import { Player } from './Player.tsx';
import { Possibilities } from './Possibilities.tsx';
import classes from './trial.module.css';
import { useTrial, type Walking } from './useTrial.ts';
import { WalkedList } from './WalkedList.tsx';
import { WalkerChoice } from './WalkerChoice.tsx';
import { Whereabouts } from './Whereabouts.tsx';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

/** Walking the draft: as one of the personas, or as somebody made up. */
export function TrialRoom() {
  const walking = useTrial();
  const { trial, pathway, put } = walking;
  if (!trial) return <WalkerChoice pathway={pathway} onBegin={put} />;
  return <Walk walking={walking} trial={trial} />;
}

interface Props {
  readonly walking: Walking;
  readonly trial: Trial;
}

function Walk({ walking, trial }: Props) {
  const { put } = walking;
  const where = useRef<HTMLHeadingElement>(null);
  const last = trial.moments.at(-1);
  // What was pressed is often gone afterwards: the focus goes to where the walker is now.
  const walk: Walking = {
    ...walking,
    perform: (deed) => {
      const refusal = walking.perform(deed);
      if (!refusal) where.current?.focus();
      return refusal;
    },
  };
  return (
    <div className={classes.room}>
      <Head trial={trial} put={put} />
      <Player trial={trial} put={put} />
      <Whereabouts trial={trial} put={put} headingRef={where} />
      {last && (
        <>
          {last.state.status === 'active' && <Possibilities walking={walk} trial={trial} />}
          <Messages trial={trial} />
          <FactLists walking={walk} trial={trial} />
          <WalkedList trial={trial} put={put} />
          {trial.moments.length > 1 && <KeepPersona trial={trial} />}
        </>
      )}
    </div>
  );
}

function Head({ trial, put }: Pick<Walking, 'put'> & { readonly trial: Trial }) {
  const { words } = useEditor();
  const { name, story } = trial.walker;
  const heading = useHeading(false);
  return (
    <header>
      <Button
        size="compact-sm"
        variant="subtle"
        className={classes.other}
        leftSection={<IconArrowLeft size={16} aria-hidden />}
        onClick={() => put(undefined)}
      >
        {words(WORDS.other)}
      </Button>
      <h2 className={classes.name} {...heading}>
        {name}
      </h2>
      {story && <p className={classes.quiet}>{words(story)}</p>}
    </header>
  );
}
