import type { InferEntity } from '@mikro-orm/core';
import { defineEntity, p } from '@mikro-orm/core';
import type { ActivityKind, Role, Words } from '@percorso/engine';
import { Case } from './cases.ts';
import { instant, sequence } from './columns.ts';
import { Edition } from './opportunities.ts';
import { Organisation, Person } from './people.ts';

const isOpen = "status in ('open', 'accepted')";

/** Something that a step of a case opened and waits for. */
export const Activity = defineEntity({
  name: 'Activity',
  properties: {
    id: p.uuid().primary(),
    case: p.manyToOne(Case).index(),
    /** The id of the invoked actor in the pathway document. */
    activity: p.text(),
    kind: p
      .enum(['task', 'enrolment', 'appointment', 'pathway', 'service'] as const)
      .$type<ActivityKind>(),
    step: p.text(),
    status: p.enum(['open', 'accepted', 'completed', 'declined', 'withdrawn', 'failed'] as const),
    role: p.text().$type<Role>().nullable(),
    organisation: p.manyToOne(Organisation).nullable(),
    person: p.manyToOne(Person).nullable(),
    label: p.json<Words>(),
    help: p.json<Words>().nullable(),
    form: p.text().nullable(),
    edition: p.manyToOne(Edition).nullable(),
    dueAt: instant().nullable(),
    openedAt: instant(),
    openedRevision: p.integer(),
    closedAt: instant().nullable(),
    closedRevision: p.integer().nullable(),
    appointmentAt: instant().nullable(),
    appointmentPlace: p.text().nullable(),
    subCaseId: p.uuid().nullable().index(),
    declineReason: p.text().nullable(),
    /** When its organisation was told that it is not needed any more. */
    withdrawalToldAt: instant().nullable(),
  },
  indexes: [
    {
      name: 'activity_open_unique',
      expression: `create unique index "activity_open_unique" on "activity" ("case_id", "activity") where ${isOpen}`,
    },
    {
      name: 'activity_organisation_index',
      expression: `create index "activity_organisation_index" on "activity" ("organisation_id", "due_at") where ${isOpen}`,
    },
    {
      name: 'activity_role_index',
      expression: `create index "activity_role_index" on "activity" ("role", "due_at") where ${isOpen}`,
    },
    {
      name: 'activity_due_index',
      expression: `create index "activity_due_index" on "activity" ("due_at") where ${isOpen}`,
    },
    {
      name: 'activity_person_index',
      expression: `create index "activity_person_index" on "activity" ("person_id", "due_at") where ${isOpen}`,
    },
    { properties: ['organisation', 'closedAt'] },
    {
      name: 'activity_told_index',
      expression: `create index "activity_told_index" on "activity" ("organisation_id") where ${isOpen} and withdrawal_told_at is not null`,
    },
  ],
});
export type Activity = InferEntity<typeof Activity>;

/** One case in one edition. The order of waiting is `queuedAt`, then `seq`. */
export const Enrolment = defineEntity({
  name: 'Enrolment',
  properties: {
    id: p.uuid().primary(),
    case: p.manyToOne(Case).index(),
    activity: p.oneToOne(Activity).deleteRule('no action'),
    edition: p.manyToOne(Edition),
    status: p.enum(['waiting', 'enrolled', 'attending', 'completed', 'dropped'] as const),
    queuedAt: instant(),
    seq: sequence(),
    /** What it was when it was dropped: an undoing puts it back. */
    droppedFrom: p.enum(['waiting', 'enrolled', 'attending'] as const).nullable(),
  },
  indexes: [{ properties: ['edition', 'status', 'queuedAt', 'seq'] }],
});
export type Enrolment = InferEntity<typeof Enrolment>;

/** A timer of a case that is running; fired once, by whoever takes the row. */
export const Timer = defineEntity({
  name: 'Timer',
  primaryKeys: ['case', 'timer'],
  properties: {
    case: p.manyToOne(Case).primary(),
    timer: p.text().primary(),
    step: p.text(),
    dueAt: instant().index(),
  },
});
export type Timer = InferEntity<typeof Timer>;
