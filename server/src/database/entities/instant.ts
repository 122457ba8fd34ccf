import { p } from '@mikro-orm/core';

/** An instant to the millisecond, which is what the clock of JavaScript gives. */
export const instant = () => p.datetime(3);
