import type { Installation, KeepAnswer, PersonaKeeping } from '@percorso/designer/editor';
import type { Persona } from '@percorso/engine';
import { useState } from 'react';
import { installation } from './installation.ts';

const NOW = '2026-11-22T09:00:00.000Z';
const OFFLINE: KeepAnswer = { ok: false, why: 'Il server non risponde.' };

/** Keeps personas on this page, as the server would; with `?offline=1` there is none. */
export function useStoryKeeping(isOffline: boolean) {
  const [personas, setPersonas] = useState(installation.personas);
  const [kept, setKept] = useState<PersonaKeeping['kept']>({});
  const keeping: PersonaKeeping = {
    kept,
    onKeep: async (persona, instead) => {
      if (isOffline) return OFFLINE;
      const id = instead !== undefined && kept[instead] ? instead : crypto.randomUUID();
      const isReplacement = kept[id]?.isReplacement ?? instead !== undefined;
      const known: Persona = { ...persona, id };
      setPersonas((now) =>
        instead === undefined
          ? [...now, known]
          : now.map((one) => (one.id === instead ? known : one)),
      );
      setKept((now) => ({ ...now, [id]: { by: 'Paola Bassi', at: NOW, isReplacement } }));
      return { ok: true, id };
    },
    onForget: async (id) => {
      if (isOffline) return OFFLINE;
      setPersonas((now) => now.filter((one) => one.id !== id));
      return { ok: true, id };
    },
  };
  return { keeping, installation: { ...installation, personas } satisfies Installation };
}
