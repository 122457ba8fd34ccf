export * from './cases.ts';
export * from './operations.ts';
export * from './problem.ts';
export * from './programme.ts';
export * from './registration.ts';
export * from './session.ts';
export * from './tasks.ts';
export * from './words.ts';
