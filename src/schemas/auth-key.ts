import * as z from 'zod/mini';

/** 認証キー: 12 letters and digits, case matters. A secret: only in bodies of POST requests and their answers. */
export const authKey = z.string().check(z.regex(/^[0-9A-Za-z]{12}$/));
