import type { Happening, PathwayDocument, PersonaTrouble, Refusal, Words } from '@percorso/engine';
import { OUTCOME_WORDS } from '../outcome-words.ts';
import { quoted, said, stepLabel, uncapital } from '../panels/sentences.ts';
import { happeningWords } from './happening-words.ts';

interface Told {
  /** What was to happen; nothing at the start and after the end. */
  readonly happening: Happening | undefined;
  readonly trouble: PersonaTrouble;
  /** The draft, and where what it has lost may still be known. */
  readonly documents: readonly PathwayDocument[];
  readonly timeZone: string;
}

/** Why a walk doesn't go as it went before: «Alla tappa 4 «Conferma» non è più possibile: …». */
export function troubleWords({ happening, trouble, documents, timeZone }: Told): Words {
  const { what, at } = trouble;
  if (!happening) return withoutHappening(trouble);
  const does = happeningWords(documents, happening, timeZone);
  const where = { it: `Alla tappa ${at + 1}`, en: `At stop ${at + 1}` };
  switch (what.kind) {
    case 'refused':
      return refusedWords(where, does, reasonOf(what.refusal));
    case 'not-refused':
      return {
        it: `${where.it} ${does.it}. Ora invece è possibile.`,
        en: `${where.en} ${does.en}. Now it is possible.`,
      };
    case 'elsewhere':
      return elsewhereWords(where, does, what, documents);
    case 'outcome':
      return withoutHappening(trouble);
  }
}

/** Of steps side by side only those that are others. */
function elsewhereWords(
  where: Words,
  does: Words,
  { found, expected }: Extract<PersonaTrouble['what'], { kind: 'elsewhere' }>,
  documents: readonly PathwayDocument[],
): Words {
  const newly = found.filter((step) => !expected.includes(step));
  const gone = expected.filter((step) => !found.includes(step));
  const names = (steps: readonly string[], language: keyof Words) =>
    [...new Set(steps.map((step) => stepName(documents, step)[language]))].join(', ');
  return said((language) => {
    const way = `${where[language]}, ${uncapital(does[language])}`;
    const [comes, misses] = [names(newly, language), names(gone, language)];
    if (language === 'it') {
      if (gone.length === 0) return `${way}: porta anche a ${comes}.`;
      if (newly.length === 0) return `${way}: non porta più a ${misses}.`;
      return `${way}: porta a ${comes}, non più a ${misses}.`;
    }
    if (gone.length === 0) return `${way}: leads to ${comes}, too.`;
    if (newly.length === 0) return `${way}: no longer leads to ${misses}.`;
    return `${way}: leads to ${comes}, no longer to ${misses}.`;
  });
}

/** What the draft has lost has no name in it: the engine could only say its key. */
function reasonOf({ code, reason }: Refusal): Words {
  if (code !== 'action-unknown') return reason;
  return { it: 'Nella bozza non c’è più.', en: 'It is not in the draft any more.' };
}

/** A reason that names what was to happen needs no more words around it. */
function refusedWords(where: Words, does: Words, reason: Words): Words {
  if (reason.it.includes(does.it)) {
    return { it: `${where.it} non va più: ${reason.it}`, en: `${where.en} it stops: ${reason.en}` };
  }
  return {
    it: `${where.it} ${does.it}: non è più possibile. ${reason.it}`,
    en: `${where.en} ${does.en}: is no longer possible. ${reason.en}`,
  };
}

function withoutHappening({ what }: PersonaTrouble): Words {
  if (what.kind === 'refused') {
    const { reason } = what.refusal;
    return {
      it: `Il percorso non può nemmeno cominciare. ${reason.it}`,
      en: `The pathway can’t even begin. ${reason.en}`,
    };
  }
  if (what.kind !== 'outcome') return { it: 'Il percorso cambia.', en: 'The pathway changes.' };
  const found = what.found && OUTCOME_WORDS[what.found];
  const expected = what.expected && OUTCOME_WORDS[what.expected];
  const none = { it: 'nessun esito', en: 'no outcome' };
  return said((language) => {
    const [is, was] = [found, expected].map((outcome) =>
      quoted((outcome ?? none)[language], language),
    );
    return language === 'it'
      ? `Alla fine l’esito è ${is}, non più ${was}.`
      : `In the end the outcome is ${is}, no longer ${was}.`;
  });
}

/** In quotes; of a step that was gone before there is no name, and nobody has to see its key. */
function stepName(documents: readonly PathwayDocument[], step: string): Words {
  const document = documents.find(({ steps }) => Object.hasOwn(steps, step));
  if (!document) return { it: 'un passo che non c’è più', en: 'a step that is gone' };
  const label = stepLabel(document, step);
  return said((language) => quoted(label[language], language));
}
