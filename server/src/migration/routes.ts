import { no } from '../http/problems.ts';
import { type Api, route } from '../http/route.ts';
import { planMigration, previewMigration } from './create-migration.ts';
import { decideGroup } from './decide-group.ts';
import { exceptCase, exceptCases, includeCase } from './exceptions.ts';
import { listMigrationCases } from './list-cases.ts';
import { listMigrations, migrationView } from './migration-view.ts';
import { lookAgainForNewcomers } from './newcomers.ts';
import { previewTakeBack } from './preview-take-back.ts';
import { resumeMigration, startMigration, stopMigration, takeBackMigration } from './run-state.ts';
import { liftStayRule, setStayRule } from './stay-rules.ts';
import { takeBackCase } from './take-back-case.ts';

/** Everything over HTTP that is about carrying cases over to another version. */
export function migrationRoutes(api: Api): void {
  planningRoutes(api);
  movingRoutes(api);
}

function planningRoutes(api: Api): void {
  const { server } = api;
  const { pool } = server;
  route(api, 'previewMigration', (asked) => previewMigration(server, asked));
  route(api, 'planMigration', (asked) => planMigration(server, asked));
  route(api, 'listMigrations', async ({ params }) => ({
    migrations: await listMigrations(pool, params.id),
  }));
  route(api, 'readMigration', async ({ params }) => {
    await lookAgainForNewcomers(server, params.id);
    return (await migrationView(pool, params.id)) ?? no('not-found');
  });
  route(api, 'listMigrationCases', (asked) => listMigrationCases(server, asked));
  route(api, 'decideGroup', (asked) => decideGroup(server, asked));
  route(api, 'exceptCase', (asked) => exceptCase(server, asked));
  route(api, 'includeCase', (asked) => includeCase(server, asked));
  route(api, 'exceptCases', (asked) => exceptCases(server, asked));
  route(api, 'setStayRule', (asked) => setStayRule(server, asked));
  route(api, 'liftStayRule', (asked) => liftStayRule(server, asked));
}

function movingRoutes(api: Api): void {
  const { server } = api;
  route(api, 'startMigration', (asked) => startMigration(server, asked));
  route(api, 'stopMigration', (asked) => stopMigration(server, asked));
  route(api, 'resumeMigration', (asked) => resumeMigration(server, asked));
  route(api, 'previewTakeBack', (asked) => previewTakeBack(server, asked));
  route(api, 'takeBackMigration', (asked) => takeBackMigration(server, asked));
  route(api, 'takeBackCase', (asked) => takeBackCase(server, asked));
}
