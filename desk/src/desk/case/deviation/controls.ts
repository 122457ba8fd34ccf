import type { DeviationsView } from '@percorso/server/contract';
import type { DeviationDraft } from './deviation-draft.ts';

/** What every control of a change gets. */
export interface DeviationControls {
  /** Settled: it holds nothing that is not possible. */
  readonly draft: DeviationDraft;
  readonly possible: DeviationsView;
  /** The controls that stand in the way of confirming. */
  readonly faults: readonly (keyof DeviationDraft)[];
  readonly change: (part: Partial<DeviationDraft>) => void;
}
