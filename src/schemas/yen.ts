import * as z from 'zod/mini';

/** Largest amount the product takes: 999,999,999,999 yen. */
export const YEN_MAX = 999_999_999_999;

/** Whole yen, tax included. Fractions, negatives and strings are rejected here, so nothing inside re-checks. */
export const yen = z.int().check(z.gte(0), z.lte(YEN_MAX));
