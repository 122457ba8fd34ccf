import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { CaseSearch, NewCase } from '../contract/cases.ts';
import { DeviationRequest } from '../contract/deviations.ts';
import { Registration } from '../contract/registration.ts';
import { faultsOf } from './faults.ts';

function faults(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input);
  return parsed.success ? [] : faultsOf(parsed.error.issues, input);
}

const registration = {
  language: 'it',
  firstName: 'Ada',
  lastName: 'Prova',
  birthDate: '2008-03-31',
  phone: '3331234567',
  situation: 'student',
  privacyNoticeRead: true,
};

describe('the faults of a request', () => {
  it.each([
    [{ firstName: undefined }, 'firstName', 'It is missing.'],
    [{ firstName: '  ' }, 'firstName', 'It must not be empty.'],
    [{ firstName: '\u200b\u2060' }, 'firstName', 'Write something that can be read.'],
    [{ firstName: '\u3164' }, 'firstName', 'Write something that can be read.'],
    [{ birthDate: '2008-02-31' }, 'birthDate', /a date that exists/],
    [{ situation: 'altro' }, 'situation', 'It must be one of: student, out-of-school, precarious.'],
    [{ privacyNoticeRead: false }, 'privacyNoticeRead', 'It must be one of: true.'],
    [{ phone: 'abc' }, 'phone', 'It does not have the expected form.'],
    [{ email: 'abc' }, 'email', /an e-mail address/],
    [{ phone: undefined }, 'email', /or a telephone number/],
    [{ role: 'administrator' }, 'role', 'This field is not expected.'],
    [{ helper: { name: 3 } }, 'helper.name', 'It must be a text.'],
  ])('%o: at %s', (change, path, words) => {
    const found = faults(Registration, { ...registration, ...change });
    expect(found.map((fault) => fault.path)).toEqual([path]);
    expect(found[0]?.message.en).toMatch(words);
    expect(found[0]?.message.it).not.toBe(found[0]?.message.en);
  });

  it('name the request itself when it is no object at all', () => {
    expect(faults(Registration, undefined)).toMatchObject([{ path: '' }]);
    expect(faults(Registration, [])[0]?.message.en).toBe('It must be a JSON object.');
  });

  it('are told of fifty at a time, however many fields nobody expects', () => {
    const odd = Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]);
    const all = faults(Registration, { ...registration, phone: 3, ...Object.fromEntries(odd) });
    expect(all).toHaveLength(50);
    expect(all[0]?.path).toBe('phone');
  });

  it('say that a text of invisible characters is none, and let short ones be', () => {
    const asked = (reason: string) =>
      faults(DeviationRequest, { deviation: { type: 'go-to', to: 'a' }, reason });
    for (const reason of ['\u200b\u200b\u200b', '\u2800\u2800\u2800', '\u00ad\u200e\u{e0041}']) {
      expect(asked(reason)).toMatchObject([{ path: 'reason', message: { en: /can be read/ } }]);
    }
    const family = '👩‍👩‍👧!';
    for (const reason of ['3/4', family, 'sì, è così', 'نعم']) expect(asked(reason)).toEqual([]);
  });

  it('have words for numbers, choices and subjects too', () => {
    expect(faults(CaseSearch, { limit: 500 })[0]?.message.en).toBe('At most 200.');
    expect(faults(CaseSearch, { limit: 1.5 })[0]?.message.en).toBe('It must be a whole number.');
    expect(faults(CaseSearch, { caseManager: 'x' })[0]?.path).toBe('caseManager');
    expect(faults(NewCase, { subject: 'person' })[0]?.path).toBe('subject');
  });
});
