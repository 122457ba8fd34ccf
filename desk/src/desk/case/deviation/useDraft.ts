import { useMemo, useState } from 'react';
import { useSession } from '../../api/session.ts';
import { useCase } from '../case-context.ts';
import type { DeviationDraft } from './deviation-draft.ts';
import { draftStore } from './draft-store.ts';

/** What is being filled in for the case at hand, as it was left in this tab. */
export function useDraft() {
  const { view } = useCase();
  const { person } = useSession();
  const store = useMemo(
    () => draftStore(person.id, view.id, () => sessionStorage),
    [person.id, view.id],
  );
  const [draft, setDraft] = useState(store.read);
  const change = (part: Partial<DeviationDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    store.write(next);
  };
  return { draft, change, forget: () => store.write(undefined) };
}
