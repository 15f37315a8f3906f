const DAY_MS = 86_400_000;
const JAPAN_OFFSET_MS = 9 * 3_600_000;

/** A moment as the API writes it: Japan's wall clock with its offset, to the second. */
export function toMoment(date: Date): string {
  return `${new Date(date.getTime() + JAPAN_OFFSET_MS).toISOString().slice(0, 19)}+09:00`;
}

/** Japan's calendar day at that moment. */
export function toCalendarDate(date: Date): string {
  return toMoment(date).slice(0, 10);
}

/** A date so many days later, for seeds. */
export function addDays(date: Date, days: number): Date {
  return new Date(date.getTime() + days * DAY_MS);
}
