import * as z from 'zod/mini';

/** One public key that certificates are signed with (RFC 7517); members of other kinds of keys are passed over. */
export const signingKey = z.object({
  kty: z.string(),
  crv: z.optional(z.string()),
  kid: z.optional(z.string()),
  use: z.optional(z.string()),
  alg: z.optional(z.string()),
  x: z.optional(z.string()),
});

/** Answer of `GET /jwks.json`: the surety's public keys. */
export const signingKeys = z.object({keys: z.array(signingKey)});
/** The surety's public keys. */
export type SigningKeys = z.infer<typeof signingKeys>;
