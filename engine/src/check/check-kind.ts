import type { FactSpace } from './facts/fact-space.ts';
import type { Found } from './finding.ts';
import type { Study } from './study.ts';

/** Looks at a document as it is drawn. */
export type Check = (space: FactSpace) => readonly Found[];

/** Looks at what a case can do in it. */
export type BehaviourCheck = (study: Study) => readonly Found[];
