import { p } from '@mikro-orm/core';

/** An instant to the millisecond, which is what the clock of JavaScript gives. */
export const instant = () => p.datetime(3);

/**
 * A number that the database counts up. (The comparison of schemas takes the identity of a column
 * that is no primary key for a default that has to go.)
 */
export const sequence = () =>
  p.bigint('number').generated('identity').ignoreSchemaChanges('default');
