/** An instant: a `Date`, milliseconds since 1970, or an ISO date-time with any offset, `Z` included. */
export type Instant = Date | number | string;

// Japan has no summer time.
const JAPAN_OFFSET_MS = 9 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

const toMilliseconds = (instant: Instant): number =>
  typeof instant === 'string' ? Date.parse(instant) : Number(instant);

/** Returns an instant as clocks in Japan show it, whatever the time zone of the machine: `2026-11-22T18:30:00.000`. */
export const clockInJapan = (instant: Instant): string =>
  new Date(toMilliseconds(instant) + JAPAN_OFFSET_MS).toISOString().slice(0, -1);

/** Returns the calendar day in Japan of an instant: `2026-02-03` for `2026-02-02T23:30:00Z`. */
export const dayInJapan = (instant: Instant): string => clockInJapan(instant).slice(0, 10);

/** Returns the day of a text that is a day already or an instant; other texts stay. */
export const toDay = (text: string): string =>
  text.includes('T') && !Number.isNaN(Date.parse(text)) ? dayInJapan(text) : text;

/** Whether one instant is later than another; as texts, the same instant may be written with other offsets. */
export const isLater = (one: Instant, other: Instant): boolean => toMilliseconds(one) > toMilliseconds(other);

/** Returns the day so many days after a day, both `YYYY-MM-DD`. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
