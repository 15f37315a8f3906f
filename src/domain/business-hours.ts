import {HOLIDAYS} from './holidays.js';
import {addDays, clockInJapan} from './instant.js';

/** When an office is open on its working days, Japan time: `{opens: '09:00', closes: '17:00'}`. */
export interface OpeningHours {
  opens: string;
  closes: string;
}

/** Whether an office is open, and until or from when; date-times of Japan. */
export type Reception = {isOpen: true; until: string} | {isOpen: false; opensAt: string};

/** Whether offices work on a day: not on weekends, holidays and from 12月29日 to 1月3日. Holidays are known from 2025 to 2040. */
export function isBusinessDay(day: string): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const date = day.slice(5).replace('-', '');
  if (date >= '1229' || date <= '0103') return false;
  return !HOLIDAYS[day.slice(0, 4)]?.split(' ').includes(date);
}

/** The first working day from a day on, that day included. */
export function businessDayFrom(day: string): string {
  let found = day;
  while (!isBusinessDay(found)) found = addDays(found, 1);
  return found;
}

/** Whether an office can be called now, else when it opens next. */
export function nextBusinessHours(now: Date | number, {opens, closes}: OpeningHours): Reception {
  const [today = '', time = ''] = clockInJapan(now).slice(0, 16).split('T');
  const at = (day: string, clock: string) => `${day}T${clock}:00+09:00`;
  if (isBusinessDay(today) && time < closes) {
    return time < opens
      ? {isOpen: false, opensAt: at(today, opens)}
      : {isOpen: true, until: at(today, closes)};
  }
  return {isOpen: false, opensAt: at(businessDayFrom(addDays(today, 1)), opens)};
}

const CLOCK = '(\\d{1,2})(?:[:：](\\d{2})|時(?:(\\d{2})分|(半))?)';
const HOURS = new RegExp(`${CLOCK}\\s*(?:[～〜~\\-－–—ー]|から)\\s*${CLOCK}`);

/** Reads hours out of words: 「土日祝日・年末年始除く 9:00～17:00」, 「8時30分から17時15分」; undefined where there are none. */
export function readOpeningHours(text: string): OpeningHours | undefined {
  const folded = text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const [, hour = '', minute, minuteWord, half, toHour = '', toMinute, toWord, toHalf] =
    HOURS.exec(folded) ?? [];
  const clock = (hours: string, minutes: string | undefined) =>
    `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  const opens = clock(hour, minute ?? minuteWord ?? (half && '30'));
  const closes = clock(toHour, toMinute ?? toWord ?? (toHalf && '30'));
  return hour && opens < closes && closes <= '24:00' ? {opens, closes} : undefined;
}
