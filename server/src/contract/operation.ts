import { z } from 'zod';
import { Id } from './words.ts';

/** One operation of the API: the router, the OpenAPI document and the tests are made from these. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** OpenAPI's form: `/api/cases/{id}`. */
  readonly path: string;
  readonly summary: string;
  /** `public`: no session is needed. Otherwise the policy files decide, and deny by default. */
  readonly access: 'public' | 'session';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Absent: 64 kB. */
  readonly bodyBytesMax?: number;
  /** Absent: 204 No Content. */
  readonly answer?: z.ZodType;
  readonly status?: 200 | 201;
  /** Needs If-Match (the revision as an ETag) and Idempotency-Key. */
  readonly conditional?: true;
}

export const byId = z.strictObject({ id: Id });
export const bySlug = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,64}$/) });
export const page = z.object({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const many = <N extends string, T extends z.ZodType>(name: N, of: T) =>
  z.object({ [name]: z.array(of) } as Record<N, z.ZodArray<T>>);
