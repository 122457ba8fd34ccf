import type { KeepAnswer, PersonaKeeping } from '@percorso/designer/editor';
import type { Language, Persona } from '@percorso/engine';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../language/words.ts';
import type { AnswerOf, BodyOf } from '../api/operations.ts';
import { useCommand } from '../api/queries.ts';
import { ProblemError } from '../api/request.ts';
import { usePersonas } from './useInstallation.ts';

/** Personas that coordinators keep for every draft of a pathway. */
export function usePersonaKeeping(pathway: string): PersonaKeeping {
  const language = useLanguage();
  const { t } = useTranslation('common');
  const read = usePersonas(pathway);
  const keep = useCommand('keepPersona');
  const change = useCommand('changePersona');
  const forget = useCommand('forgetPersona');
  const restore = useCommand('restorePersona');
  const kept = useMemo(() => keptBy(read.data), [read.data]);
  /** What was refused is perhaps no longer as it was seen: it is read again. */
  const answered = async (work: () => Promise<string>): Promise<KeepAnswer> => {
    try {
      return { ok: true, id: await work() };
    } catch (error) {
      if (error instanceof ProblemError) await read.refetch();
      return refusalOf(error, language, t('unreachable.title'));
    }
  };
  return {
    ...kept,
    onKeep: (persona, instead) =>
      answered(async () => {
        const { id, revision } = instead ?? {};
        const body = toldOf(persona);
        const { id: of } =
          id !== undefined && revision !== undefined
            ? await change.mutateAsync({ params: { id }, body, revision })
            : await keep.mutateAsync({ params: { id: pathway }, body: { ...body, replaces: id } });
        return of;
      }),
    onForget: ({ id, revision = 0 }) =>
      answered(async () => {
        await forget.mutateAsync({ params: { id }, revision });
        return id;
      }),
    onRestore: ({ id, revision = 0 }) =>
      answered(async () => {
        await restore.mutateAsync({ params: { id }, revision });
        return id;
      }),
  };
}

function keptBy(read: AnswerOf<'readPersonas'> | undefined) {
  const kept = (read?.kept ?? []).map(
    ({ id, keptBy, keptAt, replaces, revision }) =>
      [id, { by: keptBy.name, at: keptAt, isReplacement: replaces !== null, revision }] as const,
  );
  const forgotten = (read?.forgotten ?? []).map(({ forgottenBy, forgottenAt, ...one }) => ({
    ...one,
    by: forgottenBy.name,
    at: forgottenAt,
  }));
  return { kept: Object.fromEntries(kept), forgotten };
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
