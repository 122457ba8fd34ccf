export { exportBpmn } from './bpmn-file.ts';
export type { Left } from './bpmn-left.ts';
export { exportDocument, importDocument } from './document-file.ts';
export type { ExchangeProblem, Imported } from './exchange-problem.ts';
export { exportMachine, importMachine } from './machine-file.ts';
export { exportScxml } from './scxml-file.ts';
