import {msg, str} from './message.js';
import {formatDate, formatEra, formatYen} from '../domain/format.js';
import {toDay} from '../domain/instant.js';

/** What the language in force calls itself: dates and amounts are written by its habits. */
export const isJapanese = (): boolean => msg('ja', {desc: '日付と金額の書き方を決める言語タグ'}) === 'ja';

function english(date: string, isMonth = false): string {
  const day = new Date(`${toDay(date)}T00:00:00Z`);
  return Number.isNaN(day.valueOf())
    ? date
    : day.toLocaleDateString('en-GB', {
        ...(!isMonth && {day: 'numeric'}),
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      });
}

/** A day (`YYYY-MM-DD`) as the language writes it: `令和8年2月1日`, `1 February 2026`. */
export const dayText = (date: string): string => (isJapanese() ? formatEra(date) : english(date));

/** The month of a day: `令和8年2月`, `February 2026`. */
export const monthText = (date: string): string =>
  isJapanese() ? cut(formatEra(date), true) : english(date, true);

const cut = (text: string, isMonth: boolean) => (isMonth ? text.replace(/\d+日$/, '') : text);

/** A day, or its month, by the Gregorian calendar: `2026年2月1日`, `1 February 2026`. */
export const gregorianText = (date: string, isMonth = false): string =>
  isJapanese() ? cut(formatDate(date), isMonth) : english(date, isMonth);

/** A day, or its month, as pages of obligees use either calendar: `令和8年（2026年）2月1日`, `1 February 2026`. */
export const eitherCalendarText = (date: string, isMonth = false): string =>
  isJapanese()
    ? cut(formatEra(date).replace('年', `年（${Number(date.slice(0, 4))}年）`), isMonth)
    : english(date, isMonth);

/** A day by both calendars where the language has two: `令和8年2月1日（2026年2月1日）`, `1 February 2026`. */
export const bothDaysText = (date: string): string =>
  isJapanese() ? `${formatEra(date)}（${formatDate(date)}）` : english(date);

/** Whole yen: `20,000,000円`, `¥20,000,000`. */
export const yenText = (amount: number): string =>
  isJapanese() ? formatYen(amount) : `${amount < 0 ? '-' : ''}¥${formatYen(Math.abs(amount)).slice(0, -1)}`;

/** Something said besides: `（電子保証）`, ` (electronic)`. */
export const inBrackets = (text: string): string => msg(str`（${text}）`);

/** What stands before something that is named: `保証期限：`, `Valid until: `. */
export const labelled = (label: string): string => msg(str`${label}：`);

/** Names beside each other: `前払金保証・契約保証`, `Advance payment guarantee, Performance guarantee`. */
export const sideBySide = (names: readonly string[]): string => names.join(isJapanese() ? '・' : ', ');

/** Sentences one after another, parted as the language does. */
export const sentences = (...each: string[]): string => each.join(isJapanese() ? '' : ' ');
