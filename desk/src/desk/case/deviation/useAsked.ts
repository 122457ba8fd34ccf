import type { DeviationKind } from '@percorso/engine';
import type { DeviationsView } from '@percorso/server/contract';
import { localTimeOf } from '../../form/rome-time.ts';
import { askedOf, isDeviationKind, missingIn, offeredKinds, settle } from './deviation-draft.ts';
import { useActName } from './useActName.ts';
import { useChangeAddress } from './useChangeAddress.ts';
import { useDraft } from './useDraft.ts';

/** What is asked: what the address names, what was chosen and typed, as far as it is possible. */
export function useAsked(
  linked: DeviationKind | undefined,
  possible: DeviationsView,
  isActive: boolean,
) {
  const { activity } = useChangeAddress();
  const { draft: typed, change, forget } = useDraft();
  const offered = offeredKinds(possible, isActive);
  const kind = linked ?? typed.kind;
  // The task that the address names is meant, and no other, even where another is left.
  const isGone = activity !== '' && !possible.tasks.some((task) => task.activity === activity);
  const isOffered = !isGone && offered.some((one) => one === kind);
  const chosen = { kind: isOffered ? kind : '', activity: activity || typed.activity };
  const draft = settle({ ...typed, ...chosen }, possible);
  const asked = askedOf(draft, possible);
  return {
    offered,
    isOffered,
    isKindChosen: isDeviationKind(draft.kind),
    draft,
    asked,
    act: useActName(asked, possible),
    missing: missingIn(draft, localTimeOf(new Date().toISOString()).slice(0, 10)),
    change,
    forget,
  };
}
