import type { OwnCase } from '@percorso/server/contract';
import { useEffect, useRef, useState } from 'react';
import { useDates } from '../../language/dates.ts';
import { Tick } from '../Tick.tsx';
import { useWords } from '../words.ts';
import { AppointmentCard } from './AppointmentCard.tsx';
import { OwnAction } from './OwnAction.tsx';
import { keepToken } from './token.ts';

export interface OwnCaseProps {
  readonly own: OwnCase;
  readonly token: string;
  readonly changed: (own: OwnCase) => void;
  readonly reload: () => Promise<void>;
}

/** Where I am, what is next, what I can do. */
export function OwnCaseView(props: OwnCaseProps) {
  const { own, changed } = props;
  const { t, pick } = useWords();
  const [done, setDone] = useState('');
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done) status.current?.focus();
  }, [done]);
  const endings = own.actions.filter(({ emphasis }) => emphasis === 'final');
  // Stopping is always possible, and never the first thing that is offered.
  const offered = own.actions.filter((action) => !endings.includes(action));
  const button = (action: OwnCase['actions'][number]) => (
    <OwnAction
      {...props}
      key={action.action}
      action={action}
      isFirst={action === offered[0]}
      changed={(next) => {
        setDone(t('own.did', { what: pick(action.label) }));
        changed(next);
      }}
    />
  );
  return (
    <div className="narrow own">
      <h1>{t('own.hello', { name: own.firstName })}</h1>
      <p className={done ? 'success' : 'hidden'} role="status" tabIndex={-1} ref={status}>
        {done}
      </p>
      {own.status === 'done' && (
        <section className="card">
          <h2>{t('own.ended')}</h2>
          <p>{t(`own.outcome.${own.outcome ?? 'completed'}`)}</p>
        </section>
      )}
      <AppointmentCard own={own} />
      {offered.length > 0 && (
        <section aria-labelledby="actions">
          <h2 id="actions">{t('own.actions')}</h2>
          {offered.map(button)}
        </section>
      )}
      <Stages own={own} />
      <section className="card">
        <h2>{t('own.who')}</h2>
        <p>{own.caseManager ? t('own.caseManager', { name: own.caseManager }) : t('own.nobody')}</p>
      </section>
      <History own={own} />
      {endings.length > 0 && (
        <section aria-labelledby="endings">
          <h2 id="endings">{t('own.endings')}</h2>
          {endings.map(button)}
        </section>
      )}
      <Leave />
    </div>
  );
}

function Stages({ own }: { own: OwnCase }) {
  const { t, pick } = useWords();
  return (
    <section aria-labelledby="stages">
      <h2 id="stages">{t('own.stages')}</h2>
      <ol className="line stages">
        {own.stages.map((stage) => (
          <li
            key={pick(stage.label)}
            className={stage.state}
            aria-current={stage.state === 'here' ? 'step' : undefined}
          >
            {stage.state === 'passed' && <Tick />}
            <strong>{pick(stage.label)}</strong>
            <small>{t(`own.stage.${stage.state}`)}</small>
            {/* A step's help is written for the operators: only its name is shown here. */}
            {stage.state === 'here' &&
              own.steps.map((step) => <span key={pick(step.label)}>{pick(step.label)}</span>)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function History({ own }: { own: OwnCase }) {
  const { t, pick } = useWords();
  const dates = useDates();
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('own.history')}</h2>
      <ul className="history">
        {own.history.map((line) => (
          <li key={line.at + line.words.it}>
            <time dateTime={line.at}>{dates.day(line.at)}</time>
            {pick(line.words)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** On a phone that is not one's own the page must be easy to close for good. */
function Leave() {
  const { t } = useWords();
  return (
    <p>
      <button
        type="button"
        className="link"
        onClick={() => {
          keepToken(undefined);
          location.assign('/');
        }}
      >
        {t('own.leave')}
      </button>
    </p>
  );
}
