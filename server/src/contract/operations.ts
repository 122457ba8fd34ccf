import { caseOperations } from './case-operations.ts';
import { deviationOperations } from './deviation-operations.ts';
import { draftOperations } from './draft-operations.ts';
import { migrationOperations } from './migration-operations.ts';
import type { Operation } from './operation.ts';
import { personaOperations } from './persona-operations.ts';
import { programmeOperations } from './programme-operations.ts';
import { publicOperations } from './public-operations.ts';
import { taskOperations } from './task-operations.ts';

/** The whole API: the router, the OpenAPI document and the tests are made from these. */
export const operations = {
  ...publicOperations,
  ...caseOperations,
  ...taskOperations,
  ...programmeOperations,
  ...deviationOperations,
  ...draftOperations,
  ...migrationOperations,
  ...personaOperations,
} as const satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
