import * as z from 'zod/mini';

/** RFC 9457 `application/problem+json`; unknown members are ignored. */
export const problem = z.object({
  type: z.optional(z.string()),
  title: z.optional(z.string()),
  status: z.optional(z.number()),
  detail: z.optional(z.string()),
  /** Fields at fault: `pointer` is a JSON pointer into the request's body, `code` as in `surface.md`. */
  errors: z.optional(
    z.array(z.object({pointer: z.string(), detail: z.string(), code: z.optional(z.string())})),
  ),
  /** Seconds until another try makes sense. */
  retryAfter: z.optional(z.number()),
});
/** A problem as the API words it. */
export type Problem = z.infer<typeof problem>;
