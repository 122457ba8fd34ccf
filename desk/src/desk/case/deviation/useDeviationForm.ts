import type { CaseView, DeviationsView } from '@percorso/server/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localTimeOf } from '../../form/rome-time.ts';
import { useCase } from '../case-context.ts';
import { closeWith } from '../useCaseCommand.ts';
import type { DeviationControls } from './controls.ts';
import {
  askedOf,
  type DeviationKind,
  isDeviationKind,
  missingIn,
  offeredKinds,
  settle,
} from './deviation-draft.ts';
import { useActName } from './useActName.ts';
import { useChangeAddress } from './useChangeAddress.ts';
import { useDeviate } from './useDeviate.ts';
import { useDraft } from './useDraft.ts';
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
  const { activity } = useChangeAddress();
  const { draft: typed, change, forget } = useDraft();
  const deviate = useDeviate((what) => {
    forget();
    closeWith(t('done', { what }), onClose);
  });
  const isBusy = deviate.isPending || deviate.isDone;
  // Once it is done the page is read again before the window goes: it stays as it was confirmed.
  const [confirmed, setConfirmed] = useState<Confirmed>();
  const seen = isBusy ? confirmed : undefined;
  const possible = seen?.possible ?? present;

  const isActive = (seen?.view ?? view).status === 'active';
  const offered = offeredKinds(possible, isActive);
  const kind = linked ?? typed.kind;
  const isOffered = offered.some((one) => one === kind);
  const chosen = { kind: isOffered ? kind : '', activity: activity || typed.activity };
  const draft = settle({ ...typed, ...chosen }, possible);
  const asked = askedOf(draft, possible);
  const act = useActName(asked, possible);
  const coming = usePreview(asked, !isBusy);
  const preview = seen?.preview ?? coming;
  const missing = missingIn(draft, localTimeOf(new Date().toISOString()).slice(0, 10));

  /** Answers whether everything is there that is needed. */
  const submit = (): boolean => {
    setChecked(true);
    if (missing.length > 0) return false;
    if (asked && preview.data) {
      const body = { deviation: asked, reason: draft.reason.trim() };
      setConfirmed({ possible, preview, view });
      deviate.send(body, preview.data.revision, act);
    }
    return true;
  };
  const controls: DeviationControls = {
    draft,
    possible,
    faults: isChecked ? missing : [],
    change,
  };
  return {
    controls,
    offered,
    isOffered,
    isReady: isDeviationKind(draft.kind),
    hasMoved: deviate.isStale || (view.revision !== openedAt && !isBusy),
    isWaiting: isBusy || (preview.isComing && missing.length === 0),
    act,
    preview,
    /** Where the case was when it was confirmed, or is. */
    steps: (seen?.view ?? view).steps,
    error: deviate.error,
    submit,
    leave: () => {
      forget();
      onClose();
    },
  };
}
