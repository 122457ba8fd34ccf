import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import type { Language, Role, Words } from '@percorso/engine';
import { instant } from './columns.ts';

export const Organisation = defineEntity({
  name: 'Organisation',
  properties: {
    id: p.text().primary(),
    name: p.text(),
    kind: p.enum(['municipality', 'partner', 'supplier'] as const),
    delivers: p.json<Words>(),
    position: p.integer(),
  },
});
export type Organisation = InferEntity<typeof Organisation>;

/** Somebody who works with the programme. Young people are participants, not persons. */
export const Person = defineEntity({
  name: 'Person',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    email: p.text(),
    /** Null until the first password is chosen: nobody can sign in with it. */
    passwordHash: p.text().nullable().hidden(),
    organisation: p.manyToOne(Organisation).nullable(),
    language: p.enum(['it', 'en'] as const).$type<Language>(),
    active: p.boolean().default(true),
    demonstration: p.boolean().default(false),
    roles: p.array<Role>(),
    createdAt: instant(),
  },
  indexes: [
    {
      name: 'person_email_unique',
      expression: 'create unique index "person_email_unique" on "person" (lower("email"))',
    },
  ],
});
export type Person = InferEntity<typeof Person>;

/** A signed-in browser. Only the hash of its token is kept, so that a copy signs nobody in. */
export const Session = defineEntity({
  name: 'Session',
  properties: {
    tokenHash: p.blob().primary(),
    person: p.manyToOne(Person).deleteRule('cascade').index(),
    createdAt: instant(),
    expiresAt: instant().index(),
    seenAt: instant(),
  },
});
export type Session = InferEntity<typeof Session>;

export const PasswordReset = defineEntity({
  name: 'PasswordReset',
  properties: {
    tokenHash: p.blob().primary(),
    person: p.manyToOne(Person).deleteRule('cascade').index(),
    expiresAt: instant(),
    usedAt: instant().nullable(),
  },
});
export type PasswordReset = InferEntity<typeof PasswordReset>;

/** One try at something that is throttled; `key` says what and who, hashed where it is personal. */
export const Attempt = defineEntity({
  name: 'Attempt',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    key: p.text(),
    at: instant().index(),
  },
  indexes: [{ properties: ['key', 'at'] }],
});
export type Attempt = InferEntity<typeof Attempt>;
