import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import { instant } from './columns.ts';
import { Person } from './people.ts';

/** A message that leaves after the commit; `kept` means: no mail server is set, read it here. */
export const Outbox = defineEntity({
  name: 'Outbox',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid().nullable().index(),
    /** The same message has the same key, so that a repeat is harmless. */
    key: p.text().unique(),
    at: instant().index(),
    recipient: p.text(),
    subject: p.text(),
    body: p.text(),
    status: p.enum(['waiting', 'sent', 'kept', 'failed'] as const),
    attempts: p.integer().default(0),
    lastError: p.text().nullable(),
  },
  indexes: [
    {
      name: 'outbox_waiting_index',
      expression:
        'create index "outbox_waiting_index" on "outbox" ("at") where status = \'waiting\'',
    },
  ],
});
export type Outbox = InferEntity<typeof Outbox>;

/** Who looked at what. */
export const AccessLog = defineEntity({
  name: 'AccessLog',
  properties: {
    id: p.bigint('number').primary().generated('identity'),
    at: instant().index(),
    person: p.manyToOne(Person),
    what: p.text(),
    caseId: p.uuid().nullable().index(),
    /** The colleague whose account was added or changed. */
    aboutId: p.uuid().nullable(),
  },
});
export type AccessLog = InferEntity<typeof AccessLog>;

/** What the installation remembers, such as the secret of the signed links. */
export const Setting = defineEntity({
  name: 'Setting',
  properties: { name: p.text().primary(), value: p.json<unknown>() },
});
export type Setting = InferEntity<typeof Setting>;
