import type { DeviationKind } from '@percorso/engine';
import type { CaseView, DeviationsView } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCase } from '../case-context.ts';
import { closeWith } from '../useCaseCommand.ts';
import type { DeviationControls } from './controls.ts';
import { useAsked } from './useAsked.ts';
import { useDeviate } from './useDeviate.ts';
import { usePreview } from './usePreview.ts';

/** What the reader had before their eyes. */
interface Confirmed {
  readonly possible: DeviationsView;
  readonly preview: ReturnType<typeof usePreview>;
  readonly view: CaseView;
}

/** Of the window that changes the way: what is asked, what it would mean, and doing it. */
export function useDeviationForm(
  linked: DeviationKind | undefined,
  present: DeviationsView,
  onClose: () => void,
) {
  const { t } = useTranslation('deviation');
  const { view } = useCase();
  const [openedAt] = useState(view.revision);
  const [isChecked, setChecked] = useState(false);
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const deviate = useDeviate();
  // Once it is done the page is read again before the window goes: it stays as it was confirmed.
  const seen = deviate.isBusy ? confirmed : undefined;
  const possible = seen?.possible ?? present;
  const before = seen?.view ?? view;
  const { asked, act, missing, forget, ...form } = useAsked(
    linked,
    possible,
    before.status === 'active',
  );
  const coming = usePreview(asked, !deviate.isBusy);
  const preview = seen?.preview ?? coming;

  /** Answers whether everything is there that is needed. */
  const submit = (): boolean => {
    setChecked(true);
    if (missing.length > 0) return false;
    if (asked && preview.data) {
      setConfirmed({ possible, preview, view });
      const body = { deviation: asked, reason: form.draft.reason.trim() };
      deviate.send(body, preview.data.revision, () => {
        forget();
        // What was undone can't be done again from there.
        closeWith(t(asked.type === 'undo' ? 'done-undoing' : 'done', { what: act }), onClose);
      });
    }
    return true;
  };
  const controls: DeviationControls = {
    draft: form.draft,
    possible,
    faults: isChecked ? missing : [],
    change: form.change,
  };
  return {
    ...form,
    controls,
    act,
    preview,
    /** Where the case is; while it is changed, where it was. */
    steps: before.steps,
    hasMoved: deviate.isStale || (view.revision !== openedAt && !deviate.isBusy),
    isWaiting: deviate.isBusy || (preview.isComing && missing.length === 0),
    error: deviate.error,
    submit,
    leave: () => {
      forget();
      onClose();
    },
  };
}
