import { p } from '@mikro-orm/core';

/** An instant to the millisecond, which is what the clock of JavaScript gives. */
export const instant = () => p.datetime(3);

/** A number that the database counts up, and nobody else sets. */
export const sequence = () => p.bigint('number').generated('identity').autoincrement();
