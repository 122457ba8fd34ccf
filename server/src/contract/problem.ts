import { z } from 'zod';
import { Words } from './words.ts';

/** RFC 9457 problem details; every "no" over HTTP has this shape (application/problem+json). */
export const Problem = z.object({
  type: z.string().describe('urn:percorso:problem:<code>'),
  title: z.string().describe('What kind of problem it is, in the language of Accept-Language'),
  status: z.int(),
  detail: z.string().optional().describe('What was wrong and what would be right'),
  code: z.string().describe('The stable name of the problem'),
  path: z.string().optional().describe('Where in the request the fault is'),
  faults: z
    .array(z.object({ path: z.string(), message: Words }))
    .optional()
    .describe('Each wrong field of a form'),
  unlock: z
    .array(z.object({ words: Words, fact: z.string(), action: z.string().optional() }))
    .optional()
    .describe('What would turn the refusal into a yes'),
  revision: z.int().optional().describe('The present revision, when the one sent is stale'),
  id: z.string().optional().describe('The id under which a bug was logged'),
});
export type Problem = z.infer<typeof Problem>;
