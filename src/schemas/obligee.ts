import * as z from 'zod/mini';
import {obligeeRule} from './obligee-rule.js';

/** One entry of the directory of obligees (電子保証対応の発注者). */
export const obligee = z.object({
  /** 全国地方公共団体コード (6 digits) where there is one, else the directory's own id. */
  code: z.string(),
  name: z.string(),
  /** Reading in hiragana; empty where unknown. */
  kana: z.string(),
  prefecture: z.string(),
  /** What its page says about electronic guarantees: the facts of `obligees.json`. */
  rule: obligeeRule,
});
/** One entry of the directory of obligees. */
export type Obligee = z.infer<typeof obligee>;

/** A prefecture or municipality, whether its rule is known or not. */
export const localBody = z.object({
  /** 全国地方公共団体コード with its check digit. */
  code: z.string().check(z.regex(/^\d{6}$/)),
  name: z.string(),
  /** Reading in hiragana. */
  kana: z.string(),
  prefecture: z.string(),
});
/** A prefecture or municipality, whether its rule is known or not. */
export type LocalBody = z.infer<typeof localBody>;

/** Answer of `GET /local-bodies`: at most 50; `isComplete` says whether there are no more. */
export const localBodyList = z.object({items: z.array(localBody), isComplete: z.boolean()});

/** Answer of `GET /obligees`. */
export const obligeeList = z.object({items: z.array(obligee)});
