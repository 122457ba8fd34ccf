import {
  compile,
  innermostSteps,
  type PathwayDocument,
  type Persona,
  type PersonaTrouble,
  type Words,
  walkPersona,
} from '@percorso/engine';
import { TIME_ZONE } from '../case/time-zone.ts';

/** A persona that a document no longer lets walk to its end: who, at which stop, and why. */
export interface Astray {
  readonly persona: string;
  readonly words: Words;
}

/** `before`: the version that runs, which still knows what a draft has lost. */
export function astrayIn(
  document: PathwayDocument,
  before: PathwayDocument | undefined,
  personas: readonly Persona[],
): Astray[] {
  const pathway = compile(document);
  const documents = before ? [document, before] : [document];
  return personas.flatMap((persona) => {
    const walk = walkPersona(pathway, persona, TIME_ZONE);
    if (!walk.trouble) return [];
    const state = walk.moments.at(-1)?.state;
    const where = state ? stepNames(documents, innermostSteps(pathway, state)) : [];
    const why = whyAstray(walk.trouble, where, documents);
    const name = (words: Words): Words => ({
      it: `${persona.name}: ${words.it}`,
      en: `${persona.name}: ${words.en}`,
    });
    return [{ persona: persona.id, words: name(why) }];
  });
}

function whyAstray(
  { at, what }: PersonaTrouble,
  where: readonly Words[],
  documents: readonly PathwayDocument[],
): Words {
  const stop = {
    it: `alla tappa ${at + 1}, in ${listed(where).it}`,
    en: `at stop ${at + 1}, at ${listed(where).en}`,
  };
  switch (what.kind) {
    case 'refused': {
      // What a draft has lost has no name in it: the engine could only say its key.
      const isGone = what.refusal.code === 'action-unknown';
      const reason = isGone ? IS_GONE : what.refusal.reason;
      if (at < 0) return joined({ it: 'non può nemmeno cominciare', en: 'can’t begin' }, reason);
      const stops = { it: `${stop.it}, si ferma`, en: `${stop.en}, it stops` };
      return joined(stops, reason);
    }
    case 'not-refused':
      return {
        it: `${stop.it}, ora è possibile ciò che non deve esserlo.`,
        en: `${stop.en}, what must not be possible is possible now.`,
      };
    case 'elsewhere':
      return elsewhere(at, what, documents);
    case 'outcome':
      return { it: 'alla fine l’esito è un altro.', en: 'in the end the outcome is another.' };
  }
}

/** Of steps side by side only those that are others. */
function elsewhere(
  at: number,
  { expected, found }: Extract<PersonaTrouble['what'], { kind: 'elsewhere' }>,
  documents: readonly PathwayDocument[],
): Words {
  const newly = found.filter((step) => !expected.includes(step));
  const gone = expected.filter((step) => !found.includes(step));
  const [comes, misses] = [newly, gone].map((steps) => listed(stepNames(documents, steps)));
  if (gone.length === 0) {
    return {
      it: `alla tappa ${at + 1} arriva anche a ${comes!.it}.`,
      en: `at stop ${at + 1} it comes to ${comes!.en}, too.`,
    };
  }
  if (newly.length === 0) {
    return {
      it: `alla tappa ${at + 1} non arriva più a ${misses!.it}.`,
      en: `at stop ${at + 1} it no longer comes to ${misses!.en}.`,
    };
  }
  return {
    it: `alla tappa ${at + 1} arriva a ${comes!.it}, non più a ${misses!.it}.`,
    en: `at stop ${at + 1} it comes to ${comes!.en}, no longer to ${misses!.en}.`,
  };
}

const IS_GONE = {
  it: 'L’azione nella bozza non c’è più.',
  en: 'The action is not in the draft any more.',
};

const joined = (where: Words, reason: Words): Words => ({
  it: `${where.it}. ${reason.it}`,
  en: `${where.en}. ${reason.en}`,
});

/** In quotes; of a step that was gone before there is no name, and nobody has to see its key. */
function stepNames(documents: readonly PathwayDocument[], steps: readonly string[]): Words[] {
  return steps.map((step) => {
    const known = documents.find((document) => Object.hasOwn(document.steps, step));
    const label = known?.steps[step]?.label;
    return label ? { it: `«${label.it}»`, en: `“${label.en}”` } : GONE_BEFORE;
  });
}

const GONE_BEFORE = { it: 'un passo che non c’è più', en: 'a step that is gone' };

const listed = (names: readonly Words[]): Words => ({
  it: [...new Set(names.map(({ it }) => it))].join(', '),
  en: [...new Set(names.map(({ en }) => en))].join(', '),
});
