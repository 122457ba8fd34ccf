import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import type { Words } from '@percorso/engine';
import { Organisation } from './people.ts';

/** What an organisation offers. */
export const Opportunity = defineEntity({
  name: 'Opportunity',
  properties: {
    id: p.text().primary(),
    kind: p.enum(['orientation', 'lab', 'soft-skills', 'training', 'internship'] as const),
    title: p.json<Words>(),
    organisation: p.manyToOne(Organisation),
  },
});
export type Opportunity = InferEntity<typeof Opportunity>;

/** One dated run of an opportunity. The check makes overselling impossible, whoever writes. */
export const Edition = defineEntity({
  name: 'Edition',
  properties: {
    id: p.uuid().primary(),
    opportunity: p.manyToOne(Opportunity).index(),
    startsOn: p.date(),
    endsOn: p.date(),
    place: p.text(),
    seats: p.integer(),
    taken: p.integer().default(0),
    open: p.boolean().default(true),
    revision: p.integer().default(1),
  },
  checks: [
    { name: 'edition_taken_check', expression: 'taken >= 0 and taken <= seats' },
    { name: 'edition_dates_check', expression: 'ends_on >= starts_on' },
  ],
});
export type Edition = InferEntity<typeof Edition>;
