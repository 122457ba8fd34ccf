export * from './case.ts';
export * from './document.ts';
