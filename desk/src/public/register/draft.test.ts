import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageOf,
  ageOn,
  birthDate,
  type Draft,
  EMPTY_DRAFT,
  faultsOf,
  STEPS,
  toRegistration,
} from './draft.ts';

const today = '2026-11-21';
const filled: Draft = {
  ...EMPTY_DRAFT,
  firstName: ' Amina ',
  lastName: 'Diallo',
  day: '7',
  month: '3',
  year: '2009',
  phone: '333 123 4567',
  situation: 'student',
  privacyNoticeRead: true,
};
const fieldsOf = (draft: Draft) =>
  STEPS.flatMap((step) => faultsOf(step, draft, today)).map(({ field }) => field);

describe('the date of birth', () => {
  it('is read from three fields', () => {
    expect(birthDate(filled)).toBe('2009-03-07');
  });

  it.each([
    ['31', '2', '2009'],
    ['0', '1', '2009'],
    ['7', '', '2009'],
    ['7', '3', '09'],
    ['sette', '3', '2009'],
  ])('is no date when it is %s/%s/%s', (day, month, year) => {
    expect(birthDate({ ...filled, day, month, year })).toBeUndefined();
  });

  it('gives the age in full years, with the birthday itself', () => {
    expect(ageOn('2026-03-06', '2009-03-07')).toBe(16);
    expect(ageOn('2026-03-07', '2009-03-07')).toBe(17);
    expect(ageOf(filled, today)).toBe(17);
  });

  it('survives every day that there is', () => {
    const days = { min: new Date('1900-01-01'), max: new Date('2026-11-21'), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(days), (date) => {
        const text = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = text.split('-');
        const typed = { year, month: String(Number(month)), day: String(Number(day)) };
        return birthDate({ ...filled, ...typed }) === text;
      }),
    );
  });
});

describe('the faults of a step', () => {
  it('are none in a form that was filled in', () => {
    expect(fieldsOf(filled)).toEqual([]);
  });

  it('name every field that is missing in an empty form', () => {
    expect(fieldsOf(EMPTY_DRAFT)).toEqual([
      'firstName',
      'lastName',
      'day',
      'phone',
      'situation',
      'privacyNoticeRead',
    ]);
  });

  it('ask for one way to reach the youth, and for that one to be right', () => {
    expect(fieldsOf({ ...filled, phone: '', email: 'amina@example.org' })).toEqual([]);
    expect(fieldsOf({ ...filled, phone: 'tre tre tre' })).toEqual(['phone']);
    expect(fieldsOf({ ...filled, email: 'amina@' })).toEqual(['email']);
  });

  it('let a minor leave the guardian out, but not half of them', () => {
    expect(fieldsOf({ ...filled, guardianName: 'Fatou Diallo' })).toEqual(['guardianContact']);
    expect(fieldsOf({ ...filled, guardianContact: '333 000 111' })).toEqual(['guardianName']);
  });

  it('do not look at the guardian of an adult', () => {
    expect(fieldsOf({ ...filled, year: '2000', guardianName: 'Fatou' })).toEqual([]);
  });

  it('ask an educator who they are', () => {
    expect(fieldsOf({ ...filled, helping: true })).toEqual(['helperName']);
  });
});

describe('the request', () => {
  it('leaves out what was left empty', () => {
    expect(toRegistration(filled, 'it', today)).toEqual({
      language: 'it',
      firstName: 'Amina',
      lastName: 'Diallo',
      birthDate: '2009-03-07',
      situation: 'student',
      phone: '333 123 4567',
      privacyNoticeRead: true,
    });
  });

  it('does not send a guardian who was typed before the date of birth was put right', () => {
    const draft = { ...filled, guardianName: 'F', guardianContact: '333 000 111' };
    expect(toRegistration(draft, 'it', today).guardian).toBeDefined();
    expect(toRegistration({ ...draft, year: '2000' }, 'it', today).guardian).toBeUndefined();
  });

  it('does not send a helper when the youth registers alone after all', () => {
    const draft = { ...filled, helping: true, helperName: 'Elena' };
    expect(toRegistration(draft, 'en', today).helper).toEqual({ name: 'Elena' });
    expect(toRegistration({ ...draft, helping: false }, 'en', today).helper).toBeUndefined();
  });
});
