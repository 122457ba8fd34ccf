import type { Installation } from '@percorso/designer/editor';
import type { Field, Persona } from '@percorso/engine';
import { useMemo } from 'react';
import programmeEn from '../../words/en/programme.json' with { type: 'json' };
import programmeIt from '../../words/it/programme.json' with { type: 'json' };
import { useRead } from '../api/queries.ts';

const TIME_ZONE = 'Europe/Rome';

/** What a coordinator chooses from while drawing, as the designer wants it. */
export function useInstallation() {
  const read = useRead('readInstallation', {}, { staleTime: 300_000 });
  const known = read.data;
  const data = useMemo((): Installation | undefined => {
    if (!known) return undefined;
    return {
      ...known,
      opportunityKinds: known.opportunityKinds.map((id) => ({
        id,
        label: { it: programmeIt.kind[id], en: programmeEn.kind[id] },
      })),
      // Both are parts of what the server's engine has parsed.
      pathways: known.pathways.map(({ id, title, facts }) => ({
        id,
        title,
        facts: facts as Readonly<Record<string, Field>>,
      })),
      personas: known.personas as Persona[],
      timeZone: TIME_ZONE,
    };
  }, [known]);
  return { data, error: read.error };
}
