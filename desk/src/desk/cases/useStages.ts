import type { PathwayRow } from '@percorso/server/contract';
import { useRead } from '../api/queries.ts';

/** The stages of a pathway, or of all of them; each once, in the order of the pathways. */
export function useStages(pathway: string | undefined): readonly PathwayRow['stages'][number][] {
  const list = useRead('listPathways', {}, { staleTime: 300_000 }).data?.pathways ?? [];
  const asked = pathway === undefined ? list : list.filter(({ id }) => id === pathway);
  const byId = new Map(asked.flatMap(({ stages }) => stages).map((stage) => [stage.id, stage]));
  return [...byId.values()];
}
