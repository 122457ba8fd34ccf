import type { Installation } from '@percorso/designer/editor';
import type { Field, Persona } from '@percorso/engine';
import { useMemo } from 'react';
import programmeEn from '../../words/en/programme.json' with { type: 'json' };
import programmeIt from '../../words/it/programme.json' with { type: 'json' };
import { useRead } from '../api/queries.ts';

const TIME_ZONE = 'Europe/Rome';

/** What a coordinator chooses from while drawing a pathway, as the designer wants it. */
export function useInstallation(pathway: string | undefined) {
  const read = useRead('readInstallation', {}, { staleTime: 300_000 });
  const walkers = usePersonas(pathway);
  const known = read.data;
  const personas = walkers.data?.personas;
  const data = useMemo((): Installation | undefined => {
    if (!known || !personas) return undefined;
    return {
      ...known,
      opportunityKinds: known.opportunityKinds.map((id) => ({
        id,
        label: { it: programmeIt.kind[id], en: programmeEn.kind[id] },
      })),
      // All are what the server's engine has parsed.
      pathways: known.pathways.map(({ id, title, facts }) => ({
        id,
        title,
        facts: facts as Readonly<Record<string, Field>>,
      })),
      personas: personas as Persona[],
      timeZone: TIME_ZONE,
    };
  }, [known, personas]);
  return { data, error: read.error ?? walkers.error };
}

/** Who walks every draft of a pathway, and which of them are kept. */
export function usePersonas(pathway: string | undefined) {
  const params = { id: pathway ?? '' };
  const options = { enabled: pathway !== undefined, staleTime: 300_000 };
  return useRead('readPersonas', { params }, options);
}
