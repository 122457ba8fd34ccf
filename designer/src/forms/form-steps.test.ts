import { checkFact, isPrivate, type PathwayDocument, parseDocument } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { runSteps } from '../editor/edit-history.ts';
import { shipped } from '../rules/testing/shipped.ts';
import { FIELD_KINDS, hasFirstLabel, kindOf, mayHaveDefault, newField } from './field-kinds.ts';
import {
  adding,
  choicesOf,
  duplicating,
  labelled,
  labelling,
  newChoice,
  withChoices,
  withFittingDefault,
} from './form-steps.ts';
import { proposedNoun } from './noun.ts';

const neet = shipped.find(({ id }) => id === 'mig-work-neet')!;
const said = (it: string, en = it) => ({ it, en });

function after(document: PathwayDocument, steps: Parameters<typeof runSteps>[1]): PathwayDocument {
  const result = runSteps(document, steps);
  if (!result.ok) throw new Error(result.refusal.words.en);
  return result.document;
}

describe('a field from the palette', () => {
  it.each(FIELD_KINDS)('of kind %s is what it is called, and the document takes it', (kind) => {
    const field = newField(kind, 'training');
    expect(kindOf(field)).toBe(kind);
    expect(hasFirstLabel(field)).toBe(true);
    const { steps, field: name } = adding(neet, 'strategy', kind, 'training');
    const document = after(neet, steps);
    expect(parseDocument(document).ok).toBe(true);
    expect(document.forms.strategy!.properties[name]).toEqual(field);
  });

  it('is never filled in beforehand where that would be a consent or a private text', () => {
    expect(mayHaveDefault('consent')).toBe(false);
    expect(mayHaveDefault('phone')).toBe(false);
  });

  it('is named after its first label, and keeps that name afterwards', () => {
    const added = adding(neet, 'strategy', 'text');
    const first = labelling(
      after(neet, added.steps),
      'strategy',
      added.field,
      said('Città', 'Text'),
    );
    const once = after(after(neet, added.steps), first.steps);
    expect(first.field).toBe('citta');
    expect(once.forms.strategy!.properties.citta!.label).toEqual(said('Città'));
    const second = labelling(once, 'strategy', 'citta', said('Comune'));
    expect(second.field).toBe('citta');
    expect(after(once, second.steps).forms.strategy!.properties.citta!.label.it).toBe('Comune');
  });
});

describe('the fields of the shipped pathways', () => {
  const fields = shipped.flatMap((document) =>
    Object.entries(document.forms).flatMap(([form, { properties }]) =>
      Object.entries(properties).map(([name, field]) => ({ document, form, name, field })),
    ),
  );

  // Each run parses the whole document: those of one pathway are enough.
  const some = fields.filter(({ document }) => document.id === 'mig-work-groups');

  it('are each of a kind that the palette has', () => {
    for (const { field } of fields) expect(FIELD_KINDS).toContain(kindOf(field));
  });

  it('are duplicated beside themselves', () => {
    for (const { document, form, name, field } of some) {
      const { field: copy, steps } = duplicating(document, form, name);
      const schema = after(document, steps).forms[form]!;
      const names = Object.keys(schema.properties);
      expect(names[names.indexOf(name) + 1]).toBe(copy);
      expect(schema.properties[copy]).toEqual(field);
      expect(schema.required?.includes(copy)).toBe(schema.required?.includes(name));
    }
  });

  it('keep their name when they are called something else', () => {
    for (const { document, form, name, field } of some) {
      const { field: to, steps } = labelling(document, form, name, said('Altro nome'));
      expect(to).toBe(name);
      const changed = after(document, steps).forms[form]!.properties[name]!;
      expect(isPrivate(changed)).toBe(isPrivate(field));
    }
  });
});

describe('the choices of a field', () => {
  const field = newField('choice', undefined);

  it('get a name of their own, which their labels do not change', () => {
    const choices = choicesOf(field);
    const one = newChoice(choices, 'Sì, subito');
    const other = newChoice([...choices, one], 'Sì, subito');
    expect(one.const).toBe('si-subito');
    expect(other.const).toBe('si-subito-2');
    expect(choicesOf(withChoices(field, [one, other]))).toEqual([one, other]);
  });

  it('take the answer written beforehand with them when they go', () => {
    const withDefault = { ...field, default: 'second' };
    const [first] = choicesOf(field);
    const left = withFittingDefault(withChoices(withDefault, [first!]));
    expect(left.default).toBeUndefined();
    expect(withFittingDefault(withDefault)).toEqual(withDefault);
    const several = { ...newField('choices', undefined), default: ['first', 'second'] };
    const fewer = withFittingDefault(withChoices(several, [first!]));
    expect(fewer.default).toEqual(['first']);
    expect(checkFact(fewer, fewer.default)).toBeUndefined();
  });
});

describe('the noun that is proposed', () => {
  it.each([
    ['Età', 'l’età'],
    ['Obiettivo', 'l’obiettivo'],
    ['Città di residenza', 'la città di residenza'],
    ['Motivazione', 'la motivazione'],
    ['Stipendio', 'lo stipendio'],
    ['Numero di assenze', 'il numero di assenze'],
    ['ISEE', 'l’ISEE'],
  ])('of %s is «%s»', (label, noun) => {
    expect(proposedNoun(said(label)).it).toBe(noun);
  });
});

it('a choice is called after its first label, and keeps that name', () => {
  const { oneOf = [] } = newField('choice', undefined);
  const [first] = labelled(oneOf, 0, { it: 'La Strada', en: oneOf[0]!.label.en });
  expect(first).toEqual({ const: 'la-strada', label: { it: 'La Strada', en: 'La Strada' } });
  const [again] = labelled([first!], 0, { it: 'Un’altra', en: 'Another' });
  expect(again).toEqual({ const: 'la-strada', label: { it: 'Un’altra', en: 'Another' } });
});

it('makes a choice that says an organisation’s name that organisation', () => {
  const organisations = [{ id: 'cesvip', name: 'CE.SVI.P Lombardia' }];
  const { oneOf = [] } = newField('choice', undefined);
  expect(newChoice(oneOf, 'CE.SVI.P Lombardia', organisations).const).toBe('cesvip');
  expect(labelled(oneOf, 0, said('CE.SVI.P Lombardia'), organisations)[0]?.const).toBe('cesvip');
  expect(newChoice(oneOf, 'Un altro ente', organisations).const).toBe('un-altro-ente');
});
