import { useTranslation } from 'react-i18next';
import { useDates } from '../../../language/dates.ts';
import { useWords } from '../../../language/words.ts';
import { Choice } from './Choice.tsx';
import type { DeviationControls } from './controls.ts';
import classes from './deviation.module.css';
import type { DeviationDraft } from './deviation-draft.ts';
import { useStepChoices, useWayChoices } from './step-choices.ts';
import { TaskFields } from './TaskFields.tsx';

/** What a kind of change must know: from where to where, which task, which step. */
export function Particulars(controls: DeviationControls) {
  const { draft, possible } = controls;
  const words = useWords();
  const ways = useWayChoices(possible);
  const back = useStepChoices(possible.goBack);
  const to = useStepChoices(possible.goTo);
  switch (draft.kind) {
    case 'skip':
      return <Which {...controls} name="way" choices={ways} />;
    case 'go-back':
      return <Which {...controls} name="back" choices={back} />;
    case 'go-to':
      return <Which {...controls} name="to" choices={to} />;
    case 'add-task':
      return <TaskFields {...controls} />;
    case 'withdraw-task': {
      const tasks = possible.tasks.map(({ activity, label }) => ({
        value: activity,
        label: words(label),
      }));
      return <Which {...controls} name="activity" choices={tasks} />;
    }
    default:
      return <Undone {...controls} />;
  }
}

interface WhichProps extends DeviationControls {
  readonly name: keyof DeviationDraft;
  readonly choices: Parameters<typeof Choice>[0]['choices'];
}

function Which({ name, draft, faults, change, choices }: WhichProps) {
  const { t } = useTranslation('deviation');
  return (
    <Choice
      label={t(`which.${name}`)}
      choices={choices}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
      error={faults.includes(name) && t(`needed.${name}`)}
    />
  );
}

/** The step that would be undone: what, when, and who did it. */
function Undone({ possible }: DeviationControls) {
  const { t } = useTranslation('deviation');
  const words = useWords();
  const dates = useDates();
  if (!possible.undo) return null;
  const { words: what, at, by } = possible.undo;
  return (
    <div>
      <p className={classes.label}>{t('undone')}</p>
      <p className={classes.undone}>
        <strong>{words(what)}</strong>
        <span className={classes.quiet}>
          {dates.dayAndTime(at)} · {by.name ?? t(`case:trace.by.${by.kind}`)}
        </span>
      </p>
    </div>
  );
}
