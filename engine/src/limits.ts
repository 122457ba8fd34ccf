/** The bounds of a pathway document. They keep every pass over it short, whoever wrote it. */
export const DOCUMENT_BYTES_MAX = 1_000_000;
/** Brackets within brackets: states eight deep with their rules and effects need about thirty. */
export const NESTING_MAX = 40;
export const STATE_DEPTH_MAX = 8;
export const STATE_COUNT_MAX = 1000;
/** The machine looks at most of them in every step of its own: a hundred thousand take minutes. */
export const TRANSITION_COUNT_MAX = 5000;
export const REGION_COUNT_MIN = 2;
export const REGION_COUNT_MAX = 12;
/** At the same time, in parallel steps within each other: their number grows by multiplying. */
export const REGIONS_TOGETHER_MAX = 40;
/** Of a rule with the rules that it refers to written out. */
export const RULE_DEPTH_MAX = 16;
export const RULE_SIZE_MAX = 300;
/** A reader repairs a few problems at a time; more would only fill the screen. */
export const PROBLEM_COUNT_MAX = 50;
export const NOTE_LENGTH_MAX = 4000;
export const TEXT_LENGTH_MAX = 500;
/**
 * Transitions without an event, in a row, by the machine and by the checks alike: a case in its way
 * needs a handful; more than this is a cycle, and each may cost milliseconds.
 */
export const MICROSTEPS_MAX = 100;
