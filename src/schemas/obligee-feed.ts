import * as z from 'zod/mini';
import {calendarDate} from './calendar-date.js';
import {extraObligeeRule, obligeeRule} from './obligee-rule.js';

/** What a feed calls itself; the version rises only when an older reader would misread it. */
export const OBLIGEE_FEED = {format: 'surety-obligee-feed', version: 1} as const;

const day = z.nullable(calendarDate);
const days = {start_date: day, end_date: z.optional(day)};

/** One obligee in a feed: the facts of its page, with code and reading beside them. */
export const obligeeFeedEntry = z.looseObject({
  ...obligeeRule.shape,
  ...days,
  source_date: day,
  extra_rules: z.optional(z.array(z.looseObject({...extraObligeeRule.shape, ...days}))),
  /** 全国地方公共団体コード with its check digit; null or left out for a body that has none. */
  code: z.optional(z.nullable(z.string().check(z.regex(/^\d{6}$/)))),
  /** Reading in hiragana. */
  kana: z.optional(z.string()),
});
/** One obligee in a feed. */
export type ObligeeFeedEntry = z.infer<typeof obligeeFeedEntry>;

/** A feed whose entries are still to be read one by one: a slip in one must not hide the others. */
export const obligeeFeedFrame = z.looseObject({
  $schema: z.optional(z.string()),
  format: z.literal(OBLIGEE_FEED.format),
  version: z.literal(OBLIGEE_FEED.version),
  /** The day on which the list was last checked against the obligees' pages. */
  updatedOn: calendarDate,
  /** Who keeps the list. */
  publisher: z.optional(z.string()),
  obligees: z.array(z.unknown()),
});

/** A list of obligees as a file that anybody can publish, e.g. beside a city's page. */
export const obligeeFeed = z.looseObject({
  ...obligeeFeedFrame.shape,
  obligees: z.array(obligeeFeedEntry),
});
/** A list of obligees as a file that anybody can publish. */
export type ObligeeFeed = z.infer<typeof obligeeFeed>;
