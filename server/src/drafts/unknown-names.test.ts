import type { PathwayDocument } from '@percorso/engine';
import { describe, expect, it } from 'vitest';
import { COURSE, WORKSHOP } from '../case/testing-documents.ts';
import { pathwayTexts } from '../programme/definitions-folder.ts';
import { programmeNames } from './testing.ts';
import { unknownNames } from './unknown-names.ts';

const known = { organisations: ['cesvip'], services: ['register'] };

// biome-ignore lint/suspicious/noExplicitAny: each test changes another place of it
function foundIn(document: object, draw: (document: any) => void) {
  const copy = structuredClone(document);
  draw(copy);
  const findings = unknownNames(copy as PathwayDocument, known);
  expect(findings.every(({ message: { it, en } }) => it && en)).toBe(true);
  return findings.map(({ check, elements }) => [check, elements[0]!.pointer, elements[0]!.step]);
}

const assigned = (organisation: unknown) => (course: typeof COURSE) => {
  Object.assign(course.machine.states.choosing.invoke.input, { assignee: { organisation } });
};

describe('a document may name', () => {
  it.each(pathwayTexts())('what $id names', ({ text }) => {
    expect(unknownNames(JSON.parse(text), programmeNames())).toEqual([]);
  });

  it('an organisation that is there, and no other', () => {
    expect(foundIn(COURSE, assigned('cesvip'))).toEqual([]);
    const there = ['organisation-unknown', '/steps/choosing', 'choosing'];
    expect(foundIn(COURSE, assigned('nobody'))).toEqual([there]);
  });

  it('by a fact, organisations that are there', () => {
    const found = foundIn(COURSE, (course) => {
      assigned({ fact: 'case.partner' })(course);
      const label = { it: 'Chi', en: 'Who' };
      const oneOf = ['cesvip', 'nobody'].map((id) => ({ const: id, label }));
      course.data.properties.partner = { type: 'string', label, oneOf };
    });
    expect(found).toEqual([
      ['organisation-unknown', '/data/properties/partner/oneOf/1', undefined],
    ]);
  });

  it('a service that is set up, and no other', () => {
    const named = (service: string) => (workshop: typeof WORKSHOP) => {
      workshop.machine.states.calling.invoke.input.service = service;
    };
    expect(foundIn(WORKSHOP, named('register'))).toEqual([]);
    const there = ['service-unknown', '/steps/calling', 'calling'];
    expect(foundIn(WORKSHOP, named('another'))).toEqual([there]);
  });

  it('kinds of opportunities that there can be', () => {
    const found = foundIn(COURSE, (course) => {
      course.data.properties.edition.opportunity = 'holidays';
      course.forms.enrol.properties.edition.opportunity = 'holidays';
    });
    expect(found.map(([, pointer]) => pointer)).toEqual([
      '/data/properties/edition/opportunity',
      '/forms/enrol/properties/edition/opportunity',
    ]);
  });
});
