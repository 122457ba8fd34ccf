import type { MigrationObject } from '@mikro-orm/core';
import { Migration0001Initial } from './0001-initial.ts';
import { Migration0002AccessLogAbout } from './0002-access-log-about.ts';
import { Migration0003Drafts } from './0003-drafts.ts';
import { Migration0004Migrations } from './0004-migrations.ts';
import { Migration0005Personas } from './0005-personas.ts';
import { Migration0006Deviations } from './0006-deviations.ts';
import { Migration0007ForgottenPersonas } from './0007-forgotten-personas.ts';
import { Migration0008ToldWithdrawals } from './0008-told-withdrawals.ts';

/** In the order in which they run. A migration that was released is never changed. */
export const migrations: MigrationObject[] = [
  { name: '0001-initial', class: Migration0001Initial },
  { name: '0002-access-log-about', class: Migration0002AccessLogAbout },
  { name: '0003-drafts', class: Migration0003Drafts },
  { name: '0004-migrations', class: Migration0004Migrations },
  { name: '0005-personas', class: Migration0005Personas },
  { name: '0006-deviations', class: Migration0006Deviations },
  { name: '0007-forgotten-personas', class: Migration0007ForgottenPersonas },
  { name: '0008-told-withdrawals', class: Migration0008ToldWithdrawals },
];
