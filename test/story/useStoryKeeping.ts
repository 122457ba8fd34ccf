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
  const [forgotten, setForgotten] = useState<PersonaKeeping['forgotten']>([]);
  const [gone, setGone] = useState<readonly Persona[]>([]);
  const keeping: PersonaKeeping = {
    kept,
    forgotten,
    onKeep: async (persona, seen) => {
      if (isOffline) return OFFLINE;
      const instead = seen?.id;
      const id = instead !== undefined && kept[instead] ? instead : crypto.randomUUID();
      const isReplacement = kept[id]?.isReplacement ?? instead !== undefined;
      const known: Persona = { ...persona, id };
      setPersonas((now) =>
        instead === undefined
          ? [...now, known]
          : now.map((one) => (one.id === instead ? known : one)),
      );
      setKept((now) => ({
        ...now,
        [id]: { by: 'Paola Bassi', at: NOW, isReplacement, revision: 1 },
      }));
      return { ok: true, id };
    },
    onForget: async ({ id }) => {
      if (isOffline) return OFFLINE;
      const one = personas.find((persona) => persona.id === id)!;
      setGone((now) => [one, ...now]);
      setForgotten((now) => [{ ...one, by: 'Paola Bassi', at: NOW, revision: 2 }, ...now]);
      setPersonas((now) => now.filter((persona) => persona.id !== id));
      return { ok: true, id };
    },
    onRestore: async ({ id }) => {
      if (isOffline) return OFFLINE;
      setPersonas((now) => [...now, ...gone.filter((persona) => persona.id === id)]);
      setForgotten((now) => now.filter((persona) => persona.id !== id));
      return { ok: true, id };
    },
  };
  return { keeping, installation: { ...installation, personas } satisfies Installation };
}
