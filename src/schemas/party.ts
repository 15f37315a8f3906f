import * as z from 'zod/mini';
import {role} from './kinds.js';

/** A company or body as certificates name it. */
export const party = z.object({
  name: z.string(),
  /** Representative with title, e.g. 「代表取締役　〇〇 〇〇」. */
  representative: z.string(),
  address: z.string(),
});
/** A company or body as certificates name it. */
export type Party = z.infer<typeof party>;

/** Who is signed in: `GET /me`. */
export const account = z.object({
  id: z.string(),
  role,
  party,
  /** The body that an obligee's account acts for; an API may not say it. */
  obligee: z.optional(z.object({code: z.nullable(z.string()), name: z.string()})),
  /** Mail address known for the account; prefills the form. */
  email: z.nullable(z.string()),
});
/** Who is signed in. */
export type Account = z.infer<typeof account>;

/** A short-lived session: `POST /sessions`. The token is a secret and lives in memory only. */
export const session = z.object({token: z.string(), expiresAt: z.string(), account});
/** A short-lived session. */
export type Session = z.infer<typeof session>;

/** Body of `POST /sessions`: the sandbox's own sign-in, a stand-in for the partner's. */
export const sessionRequest = z.object({role, accountId: z.optional(z.string())});
