export { advance, start } from './advance.ts';
export * from './case.ts';
export * from './document.ts';
export { compile, presentSteps, xstateMachine } from './pathway.ts';
export { type Replayed, replay } from './replay.ts';
