import { type Deviations, UNAVAILABLE } from '@percorso/designer/editor';
import type { DraftView } from '@percorso/server/contract';
import { useMemo } from 'react';
import { useRead } from '../api/queries.ts';
import { useMay } from '../api/session.ts';

/** Where youths left the pathway's arrows; without an answer the draft can be drawn all the same. */
export function useDeviations({ pathway, currentVersion }: DraftView) {
  const isAsked = useMay()('cases.count-deviations') && currentVersion !== null;
  const { data, error } = useRead(
    'readDeviationCounts',
    { params: { id: pathway } },
    { enabled: isAsked, staleTime: 60_000 },
  );
  return useMemo((): Deviations | typeof UNAVAILABLE | undefined => {
    if (data) return { ...data, currentVersion: currentVersion ?? undefined };
    return error ? UNAVAILABLE : undefined;
  }, [data, error, currentVersion]);
}
