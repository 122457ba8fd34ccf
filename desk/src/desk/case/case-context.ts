import type { PathwayDocument } from '@percorso/engine';
import type { ActivityView, CaseView, PossibilityView } from '@percorso/server/contract';
import { createContext, useContext } from 'react';

/** What can be open over a case's page; one at a time. */
export type CaseDialog =
  | { readonly kind: 'action'; readonly possibility: PossibilityView }
  | { readonly kind: 'complete' | 'decline'; readonly activity: ActivityView }
  | { readonly kind: 'assign' | 'share' | 'correct' | 'participant' | 'link' | 'replay' }
  | { readonly kind: 'duplicate'; readonly caseId: string };

interface CaseAtHand {
  readonly view: CaseView;
  /** The version of the pathway that the case runs on; absent while it is still coming. */
  readonly document: PathwayDocument | undefined;
  readonly open: (dialog: CaseDialog) => void;
}

export const CaseContext = createContext<CaseAtHand | null>(null);

export function useCase(): CaseAtHand {
  const atHand = useContext(CaseContext);
  if (!atHand) throw new Error('This part must stand inside a case page');
  return atHand;
}

/** May the reader do this with the case at hand? */
export function useMayHere(): (what: string) => boolean {
  const { view } = useCase();
  return (what) => view.may.includes(what);
}
