import * as z from 'zod/mini';
import {calendarDate, period} from './calendar-date.js';
import {procurement, worksKind} from './kinds.js';
import {yen} from './yen.js';

/** Free text of at most `graphemes` characters as a reader counts them (𠮷 and が are one each). */
export const text = (graphemes: number) =>
  z.string().check(
    z.refine(value => value.trim() !== '' && countGraphemes(value, graphemes) <= graphemes, {
      error: 'text.tooLong',
      abort: true,
    }),
    z.refine(
      value => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value),
      'text.controlCharacters',
    ),
  );

const segmenter = new Intl.Segmenter('ja', {granularity: 'grapheme'});
function countGraphemes(value: string, limit: number): number {
  if (value.length <= limit) return value.length;
  if (value.length > limit * 16) return Infinity;
  return Array.from(segmenter.segment(value)).length;
}

const date = z.optional(calendarDate);

/** The dates that rules of obligees are compared with; only those the chosen rule needs are asked for. */
export const triggerDates = z.object({
  bidNotice: date,
  bid: date,
  designation: date,
  procurementStart: date,
  plannedContractNotice: date,
  contract: date,
  guaranteeContract: date,
});
/** The dates that rules of obligees are compared with. */
export type TriggerDates = z.infer<typeof triggerDates>;

/** 請負工事: the construction contract that the guarantees are for. */
export const works = z.object({
  name: text(400),
  kind: worksKind,
  /** 請負金額, tax included. */
  price: yen.check(z.gte(1)),
  /** 請負契約日; unknown until the contract is signed. */
  signedOn: z.nullable(calendarDate),
  /** 工期. */
  period: z.nullable(period),
  dates: triggerDates,
  // Only where the chosen obligee's rule keys on them; what was sent before they existed has none.
  /** 発注者の担当課. */
  department: z.optional(text(60)),
  /** 契約の方法. */
  procurement: z.optional(procurement),
  /** Whether it changes an older works contract. */
  amendment: z.optional(z.boolean()),
  /** 当初の契約日, of the contract that is changed. */
  originalSignedOn: z.optional(calendarDate),
});
/** 請負工事. */
export type Works = z.infer<typeof works>;
