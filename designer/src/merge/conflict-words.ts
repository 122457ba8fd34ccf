import type { Difference, Words } from '@percorso/engine';
import type { Group } from './groups.ts';
import { PATHWAY, partId } from './part.ts';
import type { PartPlace } from './part-at.ts';
import type { Row, Side } from './row.ts';

/** One difference from the base, and the part of the document at which it stands. */
export interface Deed {
  readonly difference: Difference;
  readonly place: PartPlace;
}

/**
 * What a side did to the parts of a group, first to the thing itself; where no sentence tells it,
 * that it changed the thing.
 */
export function toldOf(
  side: Side,
  deeds: readonly Deed[],
  group: Group,
  about: string,
  title: Words,
): readonly Words[] {
  const all = deeds.filter((deed) => isAbout(deed, group));
  const [first, rest] = [true, false].map((isFirst) =>
    all.filter(({ place }) => (place.element === about && place.property === '') === isFirst),
  );
  // That what was in it went with it goes without saying.
  const isRemoved = first!.some(({ difference }) => difference.kind === 'removed');
  const beside = rest!.filter(({ difference }) => !isRemoved || difference.kind !== 'removed');
  const own = [...first!, ...beside];
  if (own.length === 0) return [said(side, FALLBACK[side], title)];
  return own.map(({ difference }) => inPerson(side, difference.words));
}

function isAbout({ difference, place: { element, property } }: Deed, group: Group): boolean {
  if (difference.kind === 'renamed') return group.has(partId(element, 'label'));
  if (difference.kind === 'moved') return group.has(partId(element, 'parent'));
  if (difference.element.type === 'layout') return false;
  if (group.has(partId(element, property))) return true;
  const isWhole = property === '' && element !== PATHWAY && difference.kind !== 'removed';
  return isWhole && [...group].some((id) => id.startsWith(`${element}:`));
}

const FALLBACK: Readonly<Record<Side, Words>> = {
  mine: { it: 'Hai cambiato: #', en: 'You changed: #' },
  theirs: { it: '{who} ha cambiato: #', en: '{who} changed: #' },
};

function said(_side: Side, pattern: Words, title: Words): Words {
  return both((language) => pattern[language].replace('#', lowered(title[language])));
}

/** «Hai tolto il passo «X»»; «Con la modifica di {who}: la fase …». */
function inPerson(side: Side, words: Words): Words {
  const [it, en] = [words.it, words.en];
  for (const { pattern, mine, theirs } of FORMS) {
    const [italian, english] = [pattern.it.exec(it), pattern.en.exec(en)];
    if (!italian || !english) continue;
    const form = side === 'mine' ? mine : theirs;
    return { it: filled(form.it, italian), en: filled(form.en, english) };
  }
  const start = WITH[side];
  return { it: `${start.it} ${lowered(it)}`, en: `${start.en} ${lowered(en)}` };
}

const WITH: Readonly<Record<Side, Words>> = {
  mine: { it: 'Con la tua modifica', en: 'With your change' },
  theirs: { it: 'Con la modifica di {who}', en: 'With the change by {who}' },
};

interface Form {
  readonly pattern: { readonly it: RegExp; readonly en: RegExp };
  readonly mine: Words;
  readonly theirs: Words;
}

/** The sentences that a coordinator meets most, said of the person who did it. */
const FORMS: readonly Form[] = [
  {
    pattern: {
      it: /^Il passo («.*») ora si chiama («.*»)$/,
      en: /^The step (“.*”) is now called (“.*”)$/,
    },
    mine: {
      it: 'Hai cambiato il nome di $1 in $2',
      en: 'You changed the name of $1 to $2',
    },
    theirs: {
      it: '{who} ha cambiato il nome di $1 in $2',
      en: '{who} changed the name of $1 to $2',
    },
  },
  {
    pattern: { it: /^Il passo («.*») non c’è più$/, en: /^The step (“.*”) is gone$/ },
    mine: { it: 'Hai tolto il passo $1', en: 'You removed the step $1' },
    theirs: { it: '{who} ha tolto il passo $1', en: '{who} removed the step $1' },
  },
  {
    pattern: { it: /^Nuovo passaggio (da .*)$/, en: /^New transition (from .*)$/ },
    mine: { it: 'Hai disegnato un passaggio $1', en: 'You drew a transition $1' },
    theirs: {
      it: '{who} ha disegnato un passaggio $1',
      en: '{who} drew a transition $1',
    },
  },
  {
    pattern: {
      it: /^Non c’è più il passaggio (da .*)$/,
      en: /^Gone is the transition (from .*)$/,
    },
    mine: { it: 'Hai tolto il passaggio $1', en: 'You removed the transition $1' },
    theirs: {
      it: '{who} ha tolto il passaggio $1',
      en: '{who} removed the transition $1',
    },
  },
];

function filled(form: string, [, first = '', second = '']: RegExpExecArray): string {
  return form.replace('$1', () => first).replace('$2', () => second);
}

/** What comes out when this side is chosen, the other's change of it being left out. */
export function givesOf(side: Side, rows: readonly Row[], about: string, title: Words): Words {
  const existence = rows.find(({ id }) => id === about);
  const isGone = existence?.base !== undefined && !existence[side];
  const isKept = existence?.base !== undefined && existence[side] && !existence[other(side)];
  const patterns = isGone ? GONE : isKept ? KEPT : STAYS;
  return both((language) => patterns[side][language].replace('#', () => title[language]));
}

function other(side: Side): Side {
  return side === 'mine' ? 'theirs' : 'mine';
}

const GONE: Readonly<Record<Side, Words>> = {
  mine: {
    it: '# sparisce, e con esso ciò che {who} vi ha cambiato',
    en: '# goes, and what {who} changed there with it',
  },
  theirs: {
    it: '# sparisce, e con esso ciò che vi hai cambiato',
    en: '# goes, and what you changed there with it',
  },
};
const KEPT: Readonly<Record<Side, Words>> = {
  mine: {
    it: '# resta, con le tue modifiche',
    en: '# stays, with your changes',
  },
  theirs: {
    it: '# resta, con le modifiche di {who}',
    en: '# stays, with the changes by {who}',
  },
};
const STAYS: Readonly<Record<Side, Words>> = {
  mine: {
    it: '#: vale la tua modifica, e quella di {who} si lascia',
    en: '#: your change holds, and the one by {who} is left out',
  },
  theirs: {
    it: '#: vale la modifica di {who}, e la tua si lascia',
    en: '#: the change by {who} holds, and yours is left out',
  },
};

/** The sentence with the other person's name. */
export function withColleague(words: Words, name: string): Words {
  return both((language) => words[language].replaceAll('{who}', () => name));
}

function both(say: (language: 'it' | 'en') => string): Words {
  return { it: say('it'), en: say('en') };
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
