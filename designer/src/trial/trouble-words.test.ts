import { compile, type Persona, walkPersona } from '@percorso/engine';
import { expect, test } from 'vitest';
import { brokenGroups, edited, shippedPathway, shippedPersona } from '../problems/testing.ts';
import { troubleWords } from './trouble-words.ts';

const timeZone = 'Europe/Rome';
const groups = shippedPathway('mig-work-groups');
const friends = shippedPersona('mig-work-groups', 'amici-del-parco');

function told(document: typeof groups, persona: Persona, published = groups) {
  const { trouble } = walkPersona(compile(document), persona, timeZone);
  const happening = persona.walk[trouble!.at]?.do;
  return troubleWords({ happening, trouble: trouble!, documents: [document, published], timeZone });
}

test('what can’t be done any more is told with its reason, once', () => {
  expect(told(brokenGroups(), friends).it).toMatch(
    /^Alla tappa \d+ non va più: «Il gruppo rinuncia» non è possibile adesso/,
  );
});

test('an action that was taken out of the draft is called as it was', () => {
  const withdraw = { kind: 'action', name: 'WITHDRAW', index: 0 };
  const unused = ['requested', 'planning', 'planned'].reduce(
    (document, from) =>
      edited(document, 'remove-transition', { transition: { from, ...withdraw } }),
    groups,
  );
  const without = edited(unused, 'remove-action', { action: 'WITHDRAW' });
  expect(told(without, friends).it).toContain('«Il gruppo rinuncia»');
  expect(told(without, friends).it).not.toContain('WITHDRAW');
});

test('a way that leads elsewhere says where to, and where it led', () => {
  const astray = edited(brokenGroups(), 'add-transition', {
    from: 'requested',
    cause: { kind: 'action', name: 'WITHDRAW' },
    to: 'not-started',
  });
  expect(told(astray, friends).it).toContain(
    'porta a «Non avviato», non più a «Rinuncia del gruppo»',
  );
});

test('of steps side by side only those are told that are others', () => {
  const neet = shippedPathway('mig-work-neet');
  const andrea = shippedPersona('mig-work-neet', 'andrea');
  const sooner = edited(neet, 'remove-step', { step: 'offer-overdue' });
  const { it, en } = told(sooner, andrea, neet);
  expect(it).toMatch(/, dopo 4 mesi in «Offerta da fare»: porta a «Offerta fatta», non più a «Off/);
  expect(it).not.toContain('Seguito');
  expect(en).toMatch(/: leads to “[^,]+”, no longer to “[^,]+”\.$/);
});

test('a step that nobody knows any more is told without its key', () => {
  const neet = shippedPathway('mig-work-neet');
  const sooner = edited(neet, 'remove-step', { step: 'offer-overdue' });
  const { it, en } = told(sooner, shippedPersona('mig-work-neet', 'andrea'), sooner);
  expect(it).toMatch(/: porta a «Offerta fatta», non più a un passo che non c’è più\.$/);
  expect(en).not.toContain('offer-overdue');
});

test('another outcome is told in both languages', () => {
  const persona: Persona = { ...friends, outcome: 'completed' };
  const words = told(groups, persona);
  expect(words.it).toMatch(/^Alla fine l’esito è «.+», non più «Completato»/);
  expect(words.en).toMatch(/^In the end the outcome is “.+”, no longer “Completed”/);
});

test('what must be refused and is not, and a start that fails, have their words', () => {
  const documents = [groups];
  const action = { type: 'action', action: 'WITHDRAW' } as const;
  const happening = { type: 'refused', event: action, code: 'rule-says-no' } as const;
  const done = { at: 2, what: { kind: 'not-refused' } } as const;
  expect(troubleWords({ happening, trouble: done, documents, timeZone }).it).toContain(
    'Ora invece è possibile',
  );
  const reason = { it: 'Perché no.', en: 'Just no.' };
  const refusal = { code: 'too-many-steps', reason, unlock: [] } as const;
  const start = { at: -1, what: { kind: 'refused', refusal } } as const;
  const words = troubleWords({ happening: undefined, trouble: start, documents, timeZone });
  expect(words.it).toBe('Il percorso non può nemmeno cominciare. Perché no.');
});
