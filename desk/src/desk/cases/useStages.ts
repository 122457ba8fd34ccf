import type { PathwayDocument, StageDeclaration } from '@percorso/engine';
import { useRead } from '../api/queries.ts';

/** The stages of a pathway's current version; none until a pathway is chosen. */
export function useStages(pathway: string | undefined): readonly StageDeclaration[] {
  const pathways = useRead('listPathways', {}, { staleTime: 300_000 });
  const version = pathways.data?.pathways.find(({ id }) => id === pathway)?.currentVersion;
  const view = useRead(
    'readPathwayVersion',
    { params: { id: pathway ?? '', version: version ?? 0 } },
    { enabled: version !== undefined, staleTime: Number.POSITIVE_INFINITY },
  );
  // The server parsed it when it was published.
  return (view.data?.document as PathwayDocument | undefined)?.stages ?? [];
}
