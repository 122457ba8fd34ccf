import { ActionIcon, Button, Tooltip } from '@mantine/core';
import type { Words } from '@percorso/engine';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { happeningWords } from './happening-words.ts';
import classes from './trial.module.css';
import { backTo, forwardTo, nextDeed, stepForward, type Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly trial: Trial;
  readonly put: (trial: Trial) => void;
}

const PLAY_EVERY_MS = 1_500;

/** Back one deed, exactly; and forward where there is still something to be walked. */
export function Player({ trial, put }: Props) {
  const { words } = useEditor();
  const { deeds, moments } = trial;
  const walked = Math.max(0, moments.length - 1);
  const next = nextDeed(trial);
  const isBlocked = trial.trouble !== undefined && trial.trouble.at >= walked;
  const mayGoOn = next !== undefined && !isBlocked;
  const [isPlaying, setPlaying] = usePlaying(mayGoOn, () => put(stepForward(trial)));
  return (
    <section className={classes.player} aria-label={words(WORDS.player)}>
      <div className={classes.buttons}>
        <PlayerSign
          label={WORDS.again}
          isOff={walked === 0}
          icon={IconPlayerSkipBack}
          onClick={() => put(backTo(trial, 0))}
        />
        <PlayerButton
          label={WORDS.back}
          isOff={walked === 0}
          onClick={() => put(backTo(trial, walked - 1))}
        />
        <PlayerButton
          label={WORDS.forward}
          isOff={!mayGoOn}
          isPrimary
          onClick={() => put(stepForward(trial))}
        />
        <PlayerSign
          label={isPlaying ? WORDS.pause : WORDS.play}
          isOff={!mayGoOn}
          icon={isPlaying ? IconPlayerPause : IconPlayerPlay}
          onClick={() => setPlaying(!isPlaying)}
        />
        <PlayerSign
          label={WORDS.toTheEnd}
          isOff={!mayGoOn}
          icon={IconPlayerSkipForward}
          onClick={() => put(forwardTo(trial, deeds.length))}
        />
      </div>
      <Progress trial={trial} walked={walked} />
    </section>
  );
}

/** How far the walk is, and what comes next in it. */
function Progress({ trial, walked }: { readonly trial: Trial; readonly walked: number }) {
  const { document, published, words } = useEditor();
  const { deeds, timeZone } = trial;
  if (deeds.length === 0) return null;
  const documents = published ? [document, published] : [document];
  const next = nextDeed(trial)?.do;
  return (
    <>
      <progress
        className={classes.bar}
        value={walked}
        max={deeds.length}
        aria-label={words(WORDS.walked)}
      />
      <p className={classes.line}>
        <span className={classes.quiet}>
          {words(WORDS.stop)} {walked} {words(WORDS.of)} {deeds.length}.{' '}
        </span>
        {next && (
          <>
            {words(WORDS.next)}: <strong>{words(happeningWords(documents, next, timeZone))}</strong>
          </>
        )}
      </p>
    </>
  );
}

/** Takes a step now and then, until it is paused or there is none left. */
function usePlaying(mayGoOn: boolean, step: () => void) {
  const [isPlaying, setPlaying] = useState(false);
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  const isOn = isPlaying && mayGoOn;
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => latest.current(), PLAY_EVERY_MS);
    return () => clearInterval(timer);
  }, [isOn]);
  return [isOn, setPlaying] as const;
}

interface PlayerButtonProps {
  readonly label: Words;
  /** It keeps the focus when it can do nothing more. */
  readonly isOff: boolean;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
}

function PlayerButton({ label, isOff, isPrimary, onClick }: PlayerButtonProps) {
  const { words } = useEditor();
  return (
    <Button
      size="sm"
      px="sm"
      variant={isPrimary ? 'filled' : 'default'}
      aria-disabled={isOff}
      {...(isOff && { 'data-disabled': true })}
      onClick={() => !isOff && onClick()}
    >
      {words(label)}
    </Button>
  );
}

interface PlayerSignProps extends PlayerButtonProps {
  readonly icon: typeof IconPlayerPlay;
}

function PlayerSign({ label, isOff, onClick, icon: Icon }: PlayerSignProps) {
  const { words } = useEditor();
  return (
    <Tooltip label={words(label)}>
      <ActionIcon
        size={36}
        variant="default"
        aria-label={words(label)}
        aria-disabled={isOff}
        {...(isOff && { 'data-disabled': true })}
        onClick={() => !isOff && onClick()}
      >
        <Icon size={18} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
