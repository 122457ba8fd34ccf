import { z } from 'zod';

export const Words = z.object({ it: z.string(), en: z.string() });
export const Language = z.enum(['it', 'en']);
export const Role = z.enum([
  'coordinator',
  'case-manager',
  'partner-operator',
  'monitor',
  'youth',
  'administrator',
]);
export const Id = z.uuid();
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
/** No living person and no course is older; earlier years are typing mistakes. */
export const CalendarDate = z.iso.date().refine((date) => date >= '1900', 'date since 1900');
/** What a person or a group is called: one line, and nothing that a mail would make a link of. */
export const Name = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((name) => !NOT_A_NAME.test(name), 'plain name')
    .refine(isReadable, 'something to read');
/** Control characters, what turns the direction of writing round, tags and addresses. */
const NOT_A_NAME = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069<>]|:\/\//u;
/** A text on one line; shown as it is, so it may hold `<` or an address. */
export const OneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !NOT_ON_ONE_LINE.test(text), 'one line')
    .refine(isReadable, 'something to read');
/** Control characters, and what turns the direction of writing round. */
const NOT_ON_ONE_LINE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** What somebody says to be read by others, such as a reason: of any number of lines. */
export const Prose = (min: number, max: number) =>
  z.string().trim().min(min).max(max).refine(isReadable, 'something to read');
/** More than spaces and characters that nobody sees; of an empty text its length says enough. */
const isReadable = (text: string) => text === '' || SEEN.test(text);
const SEEN = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;
export const FactValue = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(50),
]);
/** The fields of a form by name; the engine checks them against the pathway's own form. */
export const Answer = z.record(z.string().max(64), FactValue);
export const Facts = z.record(z.string(), FactValue);

export type Words = z.infer<typeof Words>;
export type Language = z.infer<typeof Language>;
export type Role = z.infer<typeof Role>;
