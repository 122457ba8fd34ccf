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
  },
  indexes: [
    {
      name: 'persona_name_unique',
      expression:
        'create unique index "persona_name_unique" on "persona" ("pathway_id", lower("name"))',
    },
    {
      name: 'persona_replaces_unique',
      expression:
        'create unique index "persona_replaces_unique" on "persona" ("pathway_id", "replaces")',
    },
  ],
});
export type Persona = InferEntity<typeof Persona>;
