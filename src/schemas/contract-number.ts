import * as z from 'zod/mini';

/** 保証契約番号 as the surety writes it, e.g. `00000-000000`. The pattern is per surety, so only its characters are fixed here. */
export const contractNumber = z.string().check(z.regex(/^[0-9A-Za-z][0-9A-Za-z-]{3,30}$/));
