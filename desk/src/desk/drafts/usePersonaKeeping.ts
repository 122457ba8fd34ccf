import type { KeepAnswer, PersonaKeeping } from '@percorso/designer/editor';
import type { Language, Persona } from '@percorso/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import type { BodyOf } from '../api/operations.ts';
import { useCommand } from '../api/queries.ts';
import { ProblemError } from '../api/request.ts';
import { usePersonas } from './useInstallation.ts';

/** Personas that coordinators keep for every draft of a pathway. */
export function usePersonaKeeping(pathway: string): PersonaKeeping {
  const language = useLanguage();
  const { t } = useTranslation('common');
  const known = usePersonas(pathway).data?.kept;
  const keep = useCommand('keepPersona');
  const change = useCommand('changePersona');
  const forget = useCommand('forgetPersona');
  const kept = useMemo((): PersonaKeeping['kept'] => {
    const entries = known?.map(
      ({ id, keptBy, keptAt, replaces }) =>
        [id, { by: keptBy.name, at: keptAt, isReplacement: replaces !== null }] as const,
    );
    return Object.fromEntries(entries ?? []);
  }, [known]);
  const answered = (error: unknown) => refusalOf(error, language, t('unreachable.title'));
  return {
    kept,
    onKeep: async (persona, instead) => {
      const former = known?.find(({ id }) => id === instead);
      const told = toldOf(persona);
      try {
        const params = { id: former?.id ?? pathway };
        const { id } = former
          ? await change.mutateAsync({ params, body: told, revision: former.revision })
          : await keep.mutateAsync({ params, body: { ...told, replaces: instead } });
        return { ok: true, id };
      } catch (error) {
        return answered(error);
      }
    },
    onForget: async (id) => {
      try {
        await forget.mutateAsync({ params: { id } });
        return { ok: true, id };
      } catch (error) {
        const isGone = error instanceof ProblemError && error.problem.status === 404;
        return isGone ? { ok: true, id } : answered(error);
      }
    },
  };
}

/** The engine's persona and the contract's say the same, but that one of them can be written. */
function toldOf({ id: _, pathway: __, ...told }: Persona) {
  return told as BodyOf<'changePersona'>;
}

/** Why it was not done, and whether for its name; what was wrong in it goes before the general. */
function refusalOf(error: unknown, language: Language, unreachable: string): KeepAnswer {
  if (!(error instanceof ProblemError)) return { ok: false, why: `${unreachable}.` };
  const { code, title, detail = title, faults } = error.problem;
  const [fault] = faults ?? [];
  const isName = code === 'persona-name-taken' || fault?.path === 'name';
  return { ok: false, why: fault?.message[language] ?? detail, isName };
}
