import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Person } from './people.ts';

export const Pathway = defineEntity({
  name: 'Pathway',
  properties: { id: p.text().primary(), currentVersion: p.integer() },
});
export type Pathway = InferEntity<typeof Pathway>;

/** An immutable published definition; the document is kept as the text that was published. */
export const PathwayVersion = defineEntity({
  name: 'PathwayVersion',
  primaryKeys: ['pathway', 'version'],
  properties: {
    pathway: p.manyToOne(Pathway).primary(),
    version: p.integer().primary(),
    document: p.text(),
    contentHash: p.text(),
    publishedAt: instant(),
    publishedBy: p.manyToOne(Person).fieldName('published_by').nullable(),
    note: p.text().default(''),
  },
});
export type PathwayVersion = InferEntity<typeof PathwayVersion>;
