import { z } from 'zod';
import { Id, Language, Role } from './words.ts';

export const SignIn = z.strictObject({
  email: z.email().max(254),
  password: z.string().min(1).max(200),
});

/** Who is signed in, and what the interface may offer them. */
export const Session = z.object({
  person: z.object({
    id: Id,
    name: z.string(),
    email: z.string(),
    roles: z.array(Role),
    organisation: z.object({ id: z.string(), name: z.string() }).nullable(),
    language: Language,
  }),
  /** The abilities of the session, such as `cases.assign`: buttons are drawn from these. */
  may: z.array(z.string()),
  expiresAt: z.string(),
});

export const DemonstrationAccount = z.object({
  email: z.string(),
  password: z.string(),
  name: z.string(),
  roles: z.array(Role),
  organisation: z.string().nullable(),
});

export const PasswordForgotten = z.strictObject({ email: z.email().max(254) });
export const PasswordReset = z.strictObject({
  token: z.string().min(20).max(200),
  password: z.string().min(12).max(200),
});
export const Preferences = z.strictObject({ language: Language });

export type SignIn = z.infer<typeof SignIn>;
export type Session = z.infer<typeof Session>;
export type DemonstrationAccount = z.infer<typeof DemonstrationAccount>;
