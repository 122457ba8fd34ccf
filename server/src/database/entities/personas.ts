import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Person } from './people.ts';

/**
 * An invented person with a walk that coordinators keep, beside those of the installation's files.
 * It is nobody who lives: it has no personal data.
 */
export const Persona = defineEntity({
  name: 'Persona',
  properties: {
    id: p.uuid().primary(),
    /** No reference: a new pathway has no row until it is published. */
    pathwayId: p.text(),
    name: p.text(),
    /** The id of the installation's persona whose place it takes. */
    replaces: p.text().nullable(),
    /** The rest of the engine's persona: who, the walk, and where it must lead. */
    told: p.json<object>(),
    revision: p.integer().default(1),
    keptAt: instant(),
    keptBy: p.manyToOne(Person).fieldName('kept_by'),
    /** Since then it walks no draft, until it is taken up again; `PersonaEdit` knows by whom. */
    forgottenAt: instant().nullable(),
  },
  indexes: [
    {
      name: 'persona_name_unique',
      expression:
        'create unique index "persona_name_unique" on "persona" ("pathway_id", lower("name")) where forgotten_at is null',
    },
    {
      name: 'persona_replaces_unique',
      expression:
        'create unique index "persona_replaces_unique" on "persona" ("pathway_id", "replaces") where forgotten_at is null',
    },
  ],
});
export type Persona = InferEntity<typeof Persona>;

/** Who made this revision of a persona, and how. Append-only. */
export const PersonaEdit = defineEntity({
  name: 'PersonaEdit',
  primaryKeys: ['persona', 'revision'],
  properties: {
    persona: p.manyToOne(Persona).primary(),
    revision: p.integer().primary(),
    at: instant(),
    person: p.manyToOne(Person),
    what: p.enum(['kept', 'changed', 'forgotten', 'restored'] as const),
  },
});
export type PersonaEdit = InferEntity<typeof PersonaEdit>;
