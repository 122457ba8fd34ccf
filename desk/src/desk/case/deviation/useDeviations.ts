import type { DeviationsView } from '@percorso/server/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { keyOf } from '../../api/queries.ts';
import { request } from '../../api/request.ts';
import { useCase, useMayHere } from '../case-context.ts';

/** What may be changed for the case at hand as it stands; asked again whenever it moves. */
export function useDeviations() {
  const { view } = useCase();
  const isAllowed = useMayHere()('deviate');
  const parts = { params: { id: view.id } };
  return useQuery<DeviationsView, Error>({
    queryKey: [...keyOf('readDeviations', parts), view.revision],
    queryFn: ({ signal }) => request('readDeviations', parts, { signal }),
    enabled: isAllowed,
    placeholderData: keepPreviousData,
  });
}
