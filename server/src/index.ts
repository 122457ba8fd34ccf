/** The server's door: what starts it, and what tests and benchmarks need of it. */
export { openSession } from './access/sessions.ts';
export { advanceCase } from './case/advance-case.ts';
export { inTransaction } from './case/in-transaction.ts';
export { startCase } from './case/start-case.ts';
export { startWorker } from './case/worker.ts';
export { writeBackup } from './database/backup.ts';
export type { DatabaseAccess } from './database/connection.ts';
export { DatabaseError } from './database/embedded/database-error.ts';
export { migrate } from './database/migrate.ts';
export { joinDatabase, type OpenDatabase, openDatabase } from './database/open-database.ts';
export { readBackup } from './database/restore.ts';
export { isLoaded, loadOnce } from './first-load.ts';
export { createApp } from './http/app.ts';
export { createLog, type Log, silentLog } from './log.ts';
export { loadOffice } from './programme/load.ts';
export { openServer, type Server } from './server.ts';
export { parseSettings, type Settings, SettingsError } from './settings.ts';
