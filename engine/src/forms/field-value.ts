import type { Field, Words } from '../document.ts';
import { instantOf, isDate } from '../instant.ts';
import { NOTE_LENGTH_MAX, TEXT_LENGTH_MAX } from '../limits.ts';
import { FAULTS, type FaultCode } from './faults.ts';

/** What is wrong with one value, if anything, and what would be right. */
export interface ValueFault {
  readonly code: FaultCode;
  readonly message: Words;
}

/** Whether a value fits a field. The one interpreter of fields: forms, case data, participant. */
export function checkFact(field: Field, value: unknown): ValueFault | undefined {
  switch (field.type) {
    case 'boolean':
      return typeof value === 'boolean' ? undefined : fault('not-boolean');
    case 'integer':
    case 'number':
      return checkNumber(field, value);
    case 'array':
      return checkChoices(field, value);
    case 'string':
      return checkText(field, value);
  }
}

function checkNumber(field: Field, value: unknown): ValueFault | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return fault('not-number');
  if (field.type === 'integer' && !Number.isSafeInteger(value)) return fault('not-integer');
  const isShare = field.format === 'attendance';
  const minimum = field.minimum ?? (isShare ? 0 : undefined);
  const maximum = field.maximum ?? (isShare ? 100 : undefined);
  if (minimum !== undefined && value < minimum) return fault('too-small', minimum);
  if (maximum !== undefined && value > maximum) return fault('too-great', maximum);
  return undefined;
}

function checkChoices(field: Field, value: unknown): ValueFault | undefined {
  if (!Array.isArray(value)) return fault('not-list');
  const options = field.items?.oneOf ?? [];
  if (!value.every((item) => options.some((option) => option.const === item))) {
    return fault('not-a-choice');
  }
  if (new Set(value).size < value.length) return fault('chosen-twice');
  if (value.length < (field.minItems ?? 0)) return fault('too-few', field.minItems);
  if (value.length > (field.maxItems ?? options.length)) return fault('too-many', field.maxItems);
  return undefined;
}

function checkText(field: Field, value: unknown): ValueFault | undefined {
  if (typeof value !== 'string') return fault('not-text');
  if (field.oneOf) {
    return field.oneOf.some((one) => one.const === value) ? undefined : fault('not-a-choice');
  }
  const lengthMax = field.maxLength ?? lengthMaxOf(field);
  if (value.length > lengthMax) return fault('too-long', lengthMax);
  return checkFormat(field, value);
}

function lengthMaxOf(field: Field): number {
  return field.format === 'note' ? NOTE_LENGTH_MAX : TEXT_LENGTH_MAX;
}

function checkFormat(field: Field, text: string): ValueFault | undefined {
  switch (field.format) {
    case 'date':
      return isDate(text) ? undefined : fault('not-date');
    case 'date-time':
      return instantOf(text) === undefined ? fault('not-date-time') : undefined;
    case 'email':
      return isEmail(text) ? undefined : fault('not-email');
    case 'phone':
      return isPhone(text) ? undefined : fault('not-phone');
    case 'edition':
      // An identifier and nothing else: editions are traced, and free text must not be.
      return /^[A-Za-z0-9-]{1,64}$/.test(text) ? undefined : fault('not-edition');
    default:
      return undefined;
  }
}

/** Only what every address has (RFC 5321 § 4.5.3.1 for the lengths); a message proves the rest. */
function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@]{1,64}@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}

/** Written as people write numbers; ITU-T E.164 allows at most 15 digits. */
function isPhone(text: string): boolean {
  if (!/^\+?[0-9 ./()-]{6,30}$/.test(text)) return false;
  const digitCount = text.replace(/\D/g, '').length;
  return digitCount >= 6 && digitCount <= 15;
}

function fault(code: FaultCode, limit?: number): ValueFault {
  return { code, message: FAULTS[code](limit ?? 0) };
}
