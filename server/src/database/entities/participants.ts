import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import type { Language } from '@percorso/engine';
import { instant } from './columns.ts';

interface Helper {
  readonly name: string;
  readonly organisation?: string;
  readonly contact?: string;
}

interface Guardian {
  readonly name: string;
  readonly contact: string;
}

/**
 * Whom a case is about. All personal data of a young person live in this row (and in notes and
 * private answers): nulling its columns erases them.
 */
export const Participant = defineEntity({
  name: 'Participant',
  properties: {
    id: p.uuid().primary(),
    revision: p.integer().default(1),
    subject: p.enum(['person', 'group'] as const),
    firstName: p.text().nullable(),
    lastName: p.text().nullable(),
    birthDate: p.date().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    district: p.text().nullable(),
    language: p.enum(['it', 'en'] as const).$type<Language>(),
    situation: p.enum(['student', 'out-of-school', 'precarious'] as const).nullable(),
    wish: p.text().nullable(),
    helper: p.json<Helper>().nullable(),
    guardian: p.json<Guardian>().nullable(),
    groupName: p.text().nullable(),
    groupKind: p.enum(['class', 'youth-centre', 'spontaneous'] as const).nullable(),
    headCount: p.integer().nullable().check('head_count > 0'),
    contact: p.text().nullable(),
    /** What a search looks into: lower-case and without accents. */
    search: p.text().default(''),
    demonstration: p.boolean().default(false),
    createdAt: instant(),
    erasedAt: instant().nullable(),
  },
  indexes: [
    {
      name: 'participant_search_index',
      expression:
        'create index "participant_search_index" on "participant" using gin ("search" gin_trgm_ops)',
    },
    { properties: ['birthDate'] },
    { properties: ['email'] },
    { properties: ['phone'] },
  ],
});
export type Participant = InferEntity<typeof Participant>;
