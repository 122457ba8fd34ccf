export { exportDocument, importDocument } from './document-file.ts';
export type { ExchangeProblem, Imported } from './exchange-problem.ts';
export { exportMachine, importMachine } from './machine-file.ts';
export { exportScxml } from './scxml-file.ts';
