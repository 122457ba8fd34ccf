export { advance, start } from './advance.ts';
export { available } from './available.ts';
export * from './case.ts';
export * from './document.ts';
export { addDuration } from './duration.ts';
export { compile, presentSteps, xstateMachine } from './pathway.ts';
export { type Replayed, replay } from './replay.ts';
