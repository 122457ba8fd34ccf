import { Button } from '@mantine/core';
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
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
  const { document, published, words } = useEditor();
  const { deeds, moments, timeZone } = trial;
  const walked = Math.max(0, moments.length - 1);
  const next = nextDeed(trial);
  const isBlocked = trial.trouble !== undefined && trial.trouble.at >= walked;
  const mayGoOn = next !== undefined && !isBlocked;
  const [isPlaying, setPlaying] = usePlaying(mayGoOn, () => put(stepForward(trial)));
  const documents = published ? [document, published] : [document];
  return (
    <section className={classes.player}>
      <div className={classes.buttons}>
        <PlayerButton
          label={words(WORDS.back)}
          isOff={walked === 0}
          onClick={() => put(backTo(trial, walked - 1))}
        >
          <IconPlayerTrackPrev size={18} aria-hidden />
        </PlayerButton>
        {deeds.length > 0 && (
          <>
            <PlayerButton
              label={words(WORDS.forward)}
              isOff={!mayGoOn}
              isPrimary
              onClick={() => put(stepForward(trial))}
            >
              <IconPlayerTrackNext size={18} aria-hidden />
            </PlayerButton>
            <PlayerButton
              label={words(isPlaying ? WORDS.pause : WORDS.play)}
              isOff={!mayGoOn}
              onClick={() => setPlaying(!isPlaying)}
            >
              {isPlaying ? (
                <IconPlayerPause size={18} aria-hidden />
              ) : (
                <IconPlayerPlay size={18} aria-hidden />
              )}
            </PlayerButton>
            <PlayerButton
              label={words(WORDS.toTheEnd)}
              isOff={!mayGoOn}
              onClick={() => put(forwardTo(trial, deeds.length))}
            >
              <IconPlayerSkipForward size={18} aria-hidden />
            </PlayerButton>
          </>
        )}
      </div>
      {deeds.length > 0 && (
        <p className={classes.line}>
          <span className={classes.quiet}>
            {words(WORDS.stop)} {walked} {words(WORDS.of)} {deeds.length}.{' '}
          </span>
          {next?.do && (
            <>
              {words(WORDS.next)}:{' '}
              <strong>{words(happeningWords(documents, next.do, timeZone))}</strong>
            </>
          )}
          {!next && words(WORDS.allWalked)}
        </p>
      )}
    </section>
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
  readonly label: string;
  /** It keeps the focus when it can do nothing more. */
  readonly isOff: boolean;
  readonly isPrimary?: boolean;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function PlayerButton({ label, isOff, isPrimary, onClick, children }: PlayerButtonProps) {
  return (
    <Button
      size="xs"
      variant={isPrimary ? 'filled' : 'default'}
      leftSection={children}
      aria-disabled={isOff}
      {...(isOff && { 'data-disabled': true })}
      onClick={() => !isOff && onClick()}
    >
      {label}
    </Button>
  );
}
