import { useEditor } from '../editor/editor-context.ts';
import { answerWords, happeningWords } from './happening-words.ts';
import { momentWords } from './moment-words.ts';
import classes from './trial.module.css';
import { backTo, type Deed, forwardTo, type Trial } from './walk.ts';
import { WORDS } from './words.ts';

interface Props {
  readonly trial: Trial;
  readonly put: (trial: Trial) => void;
}

/** Everything that was done, and of a persona's walk what is still to come; each a way there. */
export function WalkedList({ trial, put }: Props) {
  const { language, words } = useEditor();
  const { deeds, moments, timeZone, walker } = trial;
  const walked = moments.length - 1;
  const goTo = (count: number) =>
    put(count > walked ? forwardTo(trial, count) : backTo(trial, count));
  return (
    <details className={classes.fold} open>
      <summary>{words(WORDS.walked)}</summary>
      <p className={classes.quiet}>{words(WORDS.walkedHelp)}</p>
      <ol className={classes.walk}>
        <Place isPresent={walked === 0} onGo={() => goTo(0)}>
          {words(WORDS.start)}
          <small>{momentWords(walker.start, language, timeZone)}</small>
        </Place>
        {deeds.map((deed, index) => (
          <Place
            // A walk only grows and shrinks at its end: the place is the name.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={index}
            isPresent={walked === index + 1}
            isToCome={walked < index + 1}
            onGo={() => goTo(index + 1)}
          >
            <DeedWords deed={deed} timeZone={timeZone} />
          </Place>
        ))}
      </ol>
    </details>
  );
}

interface DeedProps {
  readonly deed: Deed;
  readonly timeZone: string;
}

function DeedWords({ deed, timeZone }: DeedProps) {
  const { document, published, language, words } = useEditor();
  const documents = published ? [document, published] : [document];
  const answer = deed.do && answerWords(document, deed.do, language, timeZone);
  return (
    <>
      {deed.do ? words(happeningWords(documents, deed.do, timeZone)) : words(WORDS.timePasses)}
      {answer && <small>{answer}</small>}
      <small>{momentWords(deed.at, language, timeZone)}</small>
    </>
  );
}

interface PlaceProps {
  readonly isPresent: boolean;
  readonly isToCome?: boolean;
  readonly onGo: () => void;
  readonly children: React.ReactNode;
}

function Place({ isPresent, isToCome = false, onGo, children }: PlaceProps) {
  const { words } = useEditor();
  return (
    <li data-to-come={isToCome || undefined}>
      <button
        type="button"
        className={classes.place}
        aria-current={isPresent ? 'step' : undefined}
        onClick={onGo}
      >
        {children}
        {isToCome && <span className="visually-hidden"> ({words(WORDS.toCome)})</span>}
      </button>
    </li>
  );
}
