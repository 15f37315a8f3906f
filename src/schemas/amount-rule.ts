import * as z from 'zod/mini';

const amounts = z.optional(z.nullable(z.record(z.string(), z.number())));
const text = z.optional(z.nullable(z.string()));
const number = z.optional(z.nullable(z.number()));

/** What one obligee says about amounts (前払金の割合、対象、端数); what is missing, its page does not say. */
export const amountRule = z.looseObject({
  obligee: z.string().check(z.minLength(1)),
  /** The least price that a payment is made for, by kind of works. */
  min_contract: amounts,
  /** The highest share of the price, by kind of works. */
  advance_rate: amounts,
  midterm_rate: number,
  midterm_only: text,
  midterm_conditions: text,
  /** How long the works must last, by kind of works. */
  min_period: z.optional(z.nullable(z.record(z.string(), z.string()))),
  valid_from: text,
  note: text,
  /** `floor_` and the unit in yen. */
  rounding: text,
  contract_guarantee_min_rate: number,
  excludes: z.optional(z.nullable(z.array(z.string()))),
  low_bid_excluded: z.optional(z.nullable(z.boolean())),
  multi_year_basis: text,
  /** The obligee's own words. */
  text,
  url: text,
});
/** What one obligee says about amounts. */
export type AmountRule = z.infer<typeof amountRule>;

/** Answer of `GET /amount-rules`. */
export const amountRuleList = z.object({items: z.array(amountRule)});
