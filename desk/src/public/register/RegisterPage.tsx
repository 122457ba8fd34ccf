import type { Problem, Receipt as ReceiptData } from '@percorso/server/contract';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { post } from '../ask.ts';
import { ErrorSummary, type ShownFault } from '../form/ErrorSummary.tsx';
import { useWords } from '../words.ts';
import {
  AGES,
  ageOf,
  type Draft,
  type Fault,
  faultsOf,
  isMinor,
  STEPS,
  type StepName,
  toRegistration,
} from './draft.ts';
import { NotOurAge } from './NotOurAge.tsx';
import { Receipt } from './Receipt.tsx';
import { SendStep } from './SendStep.tsx';
import { ContactStep, WhoStep, WishStep } from './steps.tsx';
import { useDraft } from './useDraft.ts';
import { type Place, usePlace } from './usePlace.ts';

const CONTENT = { who: WhoStep, contact: ContactStep, wish: WishStep, send: SendStep };

/** The pre-registration: four short steps, each an entry of the browser's history. */
export function RegisterPage() {
  const form = useRegistration();
  const { place, draft } = form;
  if (place.at === 'receipt') return <Receipt receipt={place.receipt} />;
  if (place.at === 'not-our-age') {
    return <NotOurAge age={ageOf(draft, form.today) ?? 0} back={() => history.back()} />;
  }
  return <StepForm {...form} step={place.at} />;
}

function StepForm(props: ReturnType<typeof useRegistration> & { step: StepName }) {
  const { step, faults, problem, submit } = props;
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const Content = CONTENT[step];
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes the focus once
  useEffect(() => {
    if (props.moved() && faults.length === 0) heading.current?.focus();
  }, [step]);
  const shown: ShownFault[] = faults.map(({ field, words }) => ({ field, words: t(words) }));
  return (
    <div className="narrow">
      <p className="progress">
        {t('register.progress', { step: STEPS.indexOf(step) + 1, of: STEPS.length })}
      </p>
      <progress
        value={STEPS.indexOf(step) + 1}
        max={STEPS.length}
        aria-label={t('register.progressLabel')}
      />
      <h1 tabIndex={-1} ref={heading}>
        {t(`register.step.${step}`)}
      </h1>
      <ErrorSummary faults={shown} />
      {problem !== undefined && <Refused problem={problem} />}
      <form noValidate onSubmit={submit}>
        <Content
          {...props}
          faultOf={(field) => {
            const fault = faults.find((one) => one.field === field);
            return fault && t(fault.words);
          }}
        />
        <div className="buttons">
          <button type="submit" className="button big" aria-disabled={props.sending}>
            {props.sending
              ? t('register.sending')
              : t(step === 'send' ? 'register.send' : 'register.continue')}
          </button>
          {step !== 'who' && (
            <button type="button" className="button plain" onClick={() => history.back()}>
              {t('register.back')}
            </button>
          )}
        </div>
      </form>
      <p className="quiet">{t('register.kept')}</p>
    </div>
  );
}

/** Nothing was lost: say so, and what was wrong. */
function Refused({ problem }: { problem: Problem | null }) {
  const { t, pick } = useWords();
  const faults = problem?.faults?.map(({ message }) => ({ words: pick(message) })) ?? [];
  const detail = problem?.detail ?? t(problem ? 'form.serverFailed' : 'form.offline');
  const [shown] = useState(() => (faults.length > 0 ? faults : [{ words: detail }]));
  return <ErrorSummary title={t('register.notSent')} faults={shown} />;
}

function useRegistration() {
  const { language } = useWords();
  const { place, go, moved } = usePlace();
  const { draft, change, key, renewKey, clear } = useDraft();
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const [problem, setProblem] = useState<Problem | null>();
  const [sending, setSending] = useState(false);
  const inFlight = useRef(false);
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Rome' });

  async function send(): Promise<void> {
    // A second tap arrives before the button is drawn as busy.
    if (inFlight.current) return;
    inFlight.current = true;
    setSending(true);
    setProblem(undefined);
    const registration = toRegistration(draft, language, today);
    const asked = await post<ReceiptData>('/api/public/registrations', registration, key);
    inFlight.current = false;
    setSending(false);
    if (asked.ok) {
      clear();
      go({ at: 'receipt', receipt: asked.answer }, 'replace');
      return;
    }
    if (asked.problem && asked.problem.status < 500) renewKey();
    setProblem(asked.problem);
  }

  function goOn(step: StepName): void {
    const age = ageOf(draft, today) ?? 0;
    const next: Place =
      step === 'who' && (age < AGES.first || age > AGES.last)
        ? { at: 'not-our-age' }
        : { at: STEPS[STEPS.indexOf(step) + 1] ?? 'send' };
    go(next, 'push');
  }

  return {
    place,
    moved,
    draft,
    change: (changed: Partial<Draft>) => change(changed),
    faults,
    problem,
    sending,
    today,
    minor: isMinor(draft, today),
    goTo: (step: StepName) => {
      setFaults([]);
      go({ at: step }, 'push');
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      if (place.at === 'receipt' || place.at === 'not-our-age') return;
      // Whoever came straight to a later step still has to fill in the earlier ones.
      const steps = STEPS.slice(0, STEPS.indexOf(place.at) + 1);
      const wrong = steps.find((step) => faultsOf(step, draft, today).length > 0);
      setFaults(wrong ? faultsOf(wrong, draft, today) : []);
      if (wrong && wrong !== place.at) go({ at: wrong }, 'push');
      if (wrong) return;
      if (place.at === 'send') void send();
      else goOn(place.at);
    },
  };
}
