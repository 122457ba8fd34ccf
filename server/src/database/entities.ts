/** Every table of the database as a MikroORM entity, by topic in `entities/`. */
import { Activity, Enrolment, Timer } from './entities/activities.ts';
import {
  Case,
  CaseShare,
  DuplicateDecision,
  Note,
  PrivateAnswer,
  TraceEntry,
} from './entities/cases.ts';
import {
  Draft,
  DraftApproval,
  DraftComment,
  DraftEdit,
  DraftPresence,
  VersionWithdrawal,
} from './entities/drafts.ts';
import { PathwayMigration, PathwayMigrationCase } from './entities/migrations.ts';
import { Edition, Opportunity } from './entities/opportunities.ts';
import { Participant } from './entities/participants.ts';
import { Pathway, PathwayVersion } from './entities/pathways.ts';
import { Attempt, Organisation, PasswordReset, Person, Session } from './entities/people.ts';
import { Persona, PersonaEdit } from './entities/personas.ts';
import { AccessLog, Outbox, Setting } from './entities/records.ts';

export {
  AccessLog,
  Activity,
  Attempt,
  Case,
  CaseShare,
  Draft,
  DraftApproval,
  DraftComment,
  DraftEdit,
  DraftPresence,
  DuplicateDecision,
  Edition,
  Enrolment,
  Note,
  Opportunity,
  Organisation,
  Outbox,
  Participant,
  PasswordReset,
  Pathway,
  PathwayMigration,
  PathwayMigrationCase,
  PathwayVersion,
  Person,
  Persona,
  PersonaEdit,
  PrivateAnswer,
  Session,
  Setting,
  Timer,
  TraceEntry,
  VersionWithdrawal,
};

/** In an order in which each table refers only to earlier ones: restoring a backup relies on it. */
export const entities = [
  Organisation,
  Person,
  Session,
  PasswordReset,
  Attempt,
  Pathway,
  PathwayVersion,
  VersionWithdrawal,
  Draft,
  DraftEdit,
  DraftComment,
  DraftApproval,
  DraftPresence,
  Persona,
  PersonaEdit,
  Participant,
  Case,
  TraceEntry,
  PrivateAnswer,
  Note,
  CaseShare,
  DuplicateDecision,
  PathwayMigration,
  PathwayMigrationCase,
  Opportunity,
  Edition,
  Activity,
  Enrolment,
  Timer,
  Outbox,
  AccessLog,
  Setting,
] as const;
