import type { Language, Registration } from '@percorso/server/contract';

/** What has been typed so far, as it was typed. */
export interface Draft {
  helping: boolean;
  firstName: string;
  lastName: string;
  day: string;
  month: string;
  year: string;
  helperName: string;
  helperOrganisation: string;
  helperContact: string;
  email: string;
  phone: string;
  district: string;
  guardianName: string;
  guardianContact: string;
  situation: '' | Registration['situation'];
  wish: string;
  privacyNoticeRead: boolean;
  website: string;
}

export const EMPTY_DRAFT: Draft = {
  helping: false,
  firstName: '',
  lastName: '',
  day: '',
  month: '',
  year: '',
  helperName: '',
  helperOrganisation: '',
  helperContact: '',
  email: '',
  phone: '',
  district: '',
  guardianName: '',
  guardianContact: '',
  situation: '',
  wish: '',
  privacyNoticeRead: false,
  website: '',
};

/** The programme is for young people from 16 to 34, both included. */
export const AGES = { first: 16, adult: 18, last: 34 } as const;

export const STEPS = ['who', 'contact', 'wish', 'send'] as const;
export type StepName = (typeof STEPS)[number];

/** A field that is not right, and the key of the words that say what would be. */
export interface Fault {
  readonly field: keyof Draft;
  readonly words: string;
}

/** The date of birth as ISO 8601, or nothing when there is no such day. */
export function birthDate({ day, month, year }: Draft): string | undefined {
  if (!/^\d{1,2}$/.test(day.trim()) || !/^\d{4}$/.test(year.trim()) || !month) return undefined;
  const text = `${year.trim()}-${month.padStart(2, '0')}-${day.trim().padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  // The 31st of February rolls over to March: then it is not the text that we wrote.
  return !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** Full years between two calendar dates (ISO 8601). */
export function ageOn(today: string, born: string): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The age on a day, when the date of birth is one. */
export function ageOf(draft: Draft, today: string): number | undefined {
  const born = birthDate(draft);
  return born === undefined ? undefined : ageOn(today, born);
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const PHONE = /^\+?[0-9 ]{6,20}$/;

/** What is wrong with one step of the form. */
export function faultsOf(step: StepName, draft: Draft, today: string): Fault[] {
  const faults: Fault[] = [];
  const no = (field: keyof Draft, words: string) => faults.push({ field, words });
  if (step === 'who') {
    if (!draft.firstName.trim()) no('firstName', 'register.fault.firstName');
    if (!draft.lastName.trim()) no('lastName', 'register.fault.lastName');
    const born = birthDate(draft);
    if (!born || born > today || born < '1900') no('day', 'register.fault.birthDate');
    if (draft.helping && !draft.helperName.trim()) no('helperName', 'register.fault.helperName');
  }
  if (step === 'contact') faults.push(...contactFaults(draft, today));
  if (step === 'wish' && !draft.situation) no('situation', 'register.fault.situation');
  if (step === 'send' && !draft.privacyNoticeRead)
    no('privacyNoticeRead', 'register.fault.privacy');
  return faults;
}

function contactFaults(draft: Draft, today: string): Fault[] {
  const { email, phone, guardianName, guardianContact } = draft;
  const faults: Fault[] = [];
  const no = (field: keyof Draft, words: string) => faults.push({ field, words });
  if (!email.trim() && !phone.trim()) no('phone', 'register.fault.reach');
  if (phone.trim() && !PHONE.test(phone.trim())) no('phone', 'register.fault.phone');
  if (email.trim() && !EMAIL.test(email.trim())) no('email', 'register.fault.email');
  if (!isMinor(draft, today)) return faults;
  if (guardianName.trim() && guardianContact.trim().length < 3) {
    no('guardianContact', 'register.fault.guardianContact');
  }
  if (!guardianName.trim() && guardianContact.trim()) {
    no('guardianName', 'register.fault.guardianName');
  }
  return faults;
}

/** Is it someone for whom a parent or guardian has to agree? */
export function isMinor(draft: Draft, today: string): boolean {
  const age = ageOf(draft, today);
  return age !== undefined && age < AGES.adult;
}

/** The request of a draft without faults; what was left empty is left out. */
export function toRegistration(draft: Draft, language: Language, today: string): Registration {
  const text = (field: 'email' | 'phone' | 'district' | 'wish' | 'website') =>
    draft[field].trim() && { [field]: draft[field].trim() };
  const withHelper = draft.helping && { helper: helperOf(draft) };
  const withGuardian = isMinor(draft, today) &&
    draft.guardianName.trim() && {
      guardian: { name: draft.guardianName.trim(), contact: draft.guardianContact.trim() },
    };
  return {
    language,
    firstName: draft.firstName.trim(),
    lastName: draft.lastName.trim(),
    birthDate: birthDate(draft)!,
    situation: draft.situation as Registration['situation'],
    privacyNoticeRead: true,
    ...text('email'),
    ...text('phone'),
    ...text('district'),
    ...text('wish'),
    ...text('website'),
    ...withHelper,
    ...withGuardian,
  };
}

function helperOf(draft: Draft): NonNullable<Registration['helper']> {
  const organisation = draft.helperOrganisation.trim();
  const contact = draft.helperContact.trim();
  return {
    name: draft.helperName.trim(),
    ...(organisation && { organisation }),
    ...(contact && { contact }),
  };
}
