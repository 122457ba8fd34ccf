import type { Persona, Words } from '@percorso/engine';
import { useState } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import { newNameIn } from '../editor/new-name.ts';
import { saveFile } from '../exchange-menu/save-file.ts';
import { completed, EMPTY_WORDS } from '../panels/fields/language-pair.ts';
import { quoted } from '../panels/sentences.ts';
import { personaOf } from './persona-of.ts';
import { useSending } from './useSending.ts';
import type { Trial } from './walk.ts';
import { WORDS } from './words.ts';

/** What is said of a persona that is to be kept. */
interface Told {
  readonly name: string;
  readonly profile: Words;
  readonly says: Words;
}

/** The walk so far as a persona: what is said of it, and keeping or downloading it. */
export function useKeeping(trial: Trial, onKept: (name: string) => void) {
  const { keeping, installation, document, setTrial, announce, language, words } = useEditor();
  const { walker } = trial;
  const [told, setTold] = useState<Told>(() => ({
    name: walker.name,
    profile: walker.story ?? EMPTY_WORDS,
    says: walker.persona?.says ?? EMPTY_WORDS,
  }));
  const own = installation.personas.filter(({ pathway }) => pathway === document.id);
  const former = own.find(({ id }) => id === walker.persona?.id);
  const [isInstead, setInstead] = useState(former !== undefined);
  const [isAsked, setAsked] = useState(false);
  const { send, settle, isSending, refused } = useSending();
  // As it was when keeping began; once a colleague's change was told of, as it is since then.
  const [seen, setSeen] = useState(keeping?.kept);
  const instead = isInstead ? former : undefined;
  const name = told.name.trim();
  const isTaken = own.some((one) => one !== instead && sameName(one.name, name));
  const nameFault = () => {
    if (isAsked && name === '') return words(WORDS.fillIn);
    if (isAsked && isTaken) return words(WORDS.nameTaken);
    return refused?.isName ? refused.why : undefined;
  };
  const persona = (id: string): Persona =>
    personaOf(trial, {
      id,
      name,
      profile: completed(told.profile) ?? EMPTY_WORDS,
      says: completed(told.says) ?? EMPTY_WORDS,
    });
  /** Answers whether it is the name that is at fault. */
  const keep = async (): Promise<boolean> => {
    setAsked(true);
    if (name === '' || isTaken) return true;
    if (!keeping) return false;
    const made = persona(instead?.id ?? '');
    const revision = instead && (seen ?? keeping.kept)[instead.id]?.revision;
    const replaced = instead && { id: instead.id, revision };
    const answer = await send(() => keeping.onKeep(made, replaced));
    if (!answer) return false;
    if (!answer.ok) {
      setSeen(undefined);
      return answer.isName ?? false;
    }
    settle();
    setTrial((now) => now && becoming(now, walker, { ...made, id: answer.id }));
    announce(`${words(WORDS.kept)}: ${quoted(name, language)}. ${words(WORDS.keptMeans)}`);
    onKept(name);
    return false;
  };
  const download = () => {
    setAsked(true);
    if (name === '') return;
    const id = newNameIn({}, name, 'persona');
    saveFile(`${id}.json`, `${JSON.stringify(persona(id), null, 2)}\n`, 'application/json');
    announce(`${words(WORDS.downloaded)} ${quoted(name, language)}`);
  };
  const tell = (more: Partial<Told>) => {
    setTold({ ...told, ...more });
    if (refused) settle();
  };
  return {
    told,
    tell,
    former,
    isInstead,
    setInstead,
    nameFault: nameFault(),
    failure: refused && !refused.isName ? refused.why : undefined,
    isSending,
    keep,
    download,
  };
}

/** From now on it is the walk of the one who was kept, unless another is tried meanwhile. */
function becoming(trial: Trial, walker: Trial['walker'], persona: Persona): Trial {
  if (trial.walker !== walker) return trial;
  const { isToKeep: _, ...rest } = trial;
  return { ...rest, walker: { ...walker, name: persona.name, story: persona.profile, persona } };
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.toLowerCase();
}
