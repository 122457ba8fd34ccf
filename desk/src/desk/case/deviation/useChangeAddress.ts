import type { DeviationKind } from '@percorso/engine';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { isDeviationKind } from './deviation-draft.ts';

const ANY = 'any';

/** Where the window that changes the way of a case is: over its page, with an address of its own. */
export function addressOfChange(kind?: DeviationKind, activity?: string): { search: string } {
  const search = new URLSearchParams({ change: kind ?? ANY });
  if (activity) search.set('activity', activity);
  return { search: search.toString() };
}

/** For the link that opens it: closing it then goes back to where the reader was. */
export const OVER_THE_PAGE = { isOverThePage: true };

/** What the address says of that window: whether it is open, and for which change. */
export function useChangeAddress() {
  const [search] = useSearchParams();
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const change = search.get('change');
  const isOver = (state as typeof OVER_THE_PAGE | null)?.isOverThePage;
  return {
    isOpen: change !== null,
    kind: isDeviationKind(change) ? change : undefined,
    activity: search.get('activity') ?? '',
    close: () => void (isOver ? navigate(-1) : navigate(pathname, { replace: true })),
  };
}
