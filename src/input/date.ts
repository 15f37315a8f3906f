import {foldCode, foldHyphens} from './characters.js';
import {eraDate, ERAS} from './eras.js';
import {foldKanjiDigits} from './numerals.js';
import {read, unread} from './parsed.js';
import type {Era} from './eras.js';
import type {InputErrorParams, InputWarningCode, Parsed, Unread} from './parsed.js';

const WEEKDAYS = '日月火水木金土';
const ERA = '(明治?|大正?|昭和?|平成?|令和?|[MTSHR])';
const WHOLE = new RegExp(`^${ERA}?(\\d+)[-年/., ](\\d+)[-月/., ](\\d+)日?$`, 'i');
const COMPACT = new RegExp(`^(?:${ERA}(\\d\\d)|(\\d{4}))(\\d\\d)(\\d\\d)$`, 'i');
const NO_DAY = new RegExp(`^(?:${ERA}\\d+|\\d{4}|\\d+年)(?:[-年/., ](?:\\d+月?)?(?:末日?|日)?)?$`, 'i');
const NO_YEAR = new RegExp(`^(?:(?:${ERA}?年)?\\d+[-月/., ](?:\\d+日?)?|${ERA}?年月日)$`, 'i');
/** A date text without what may stand around a date, and the weekday that stood there. */
interface DateText {
  text: string;
  weekday: string | undefined;
}

const LONGEST = 100;
const WEEKDAY = / ?(?:[([]([日月火水木金土])(?:曜日?)?(?:[・.]?祝日?)?[)\]]|([日月火水木金土])曜日?)$/;
const TIME = /[T ]\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:\+09:?00)?$/i;

/** 十二 → 12, 三十一 → 31 (digits folded first). */
const foldTens = (text: string): string =>
  text.replace(
    /(\d?)十(\d?)/g,
    (_, tens: string, ones: string) => `${Number(tens || 1) * 10 + Number(ones || 0)}`,
  );

/** Square era signs (㋿), kanji numerals, 元年, hyphens and spaces brought to one writing. */
function simplifyDate(folded: string): DateText {
  const single = folded.replace(/\s+/g, ' ');
  if (single.length > LONGEST) return {text: '', weekday: undefined};
  const [ending = '', bracketed, plain] = WEEKDAY.exec(single) ?? [];
  const bare = single
    .slice(0, single.length - ending.length)
    .replace(/[\u32ff\u337b-\u337e]/g, era => era.normalize('NFKC'));
  const text = foldTens(foldKanjiDigits(foldHyphens(bare)))
    .replace(TIME, '')
    .replace(/ ?([^\d ]) ?/g, '$1')
    .replace(/^(?:西暦|自|至)/, '')
    .replace(/(?:付け?|から|より|まで|[〜~])$/, '')
    .replace('元', '1');
  return {text, weekday: bracketed ?? plain};
}

interface Day {
  era: Era | undefined;
  year: number;
  month: number;
  day: number;
}

function toDay(eraName: string | undefined, year: string, month: string, day: string): Day {
  const sign = eraName?.toUpperCase();
  const era = sign ? ERAS.find(({name, letter}) => letter === sign || name.startsWith(sign)) : undefined;
  // Era year 0 does not exist, so it must not become the year before.
  const offset = era && Number(year) > 0 ? era.before : 0;
  return {era, year: Number(year) + offset, month: Number(month), day: Number(day)};
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** Returns why the calendar does not have a day; `Date` would turn 2月30日 into 3月2日 without a word. */
function unrealDay({era, year, month, day}: Day): InputErrorParams['date.notReal'] | undefined {
  if (era && year === 0) return {reason: 'eraYear', era: era.name};
  if (month < 1 || month > 12) return {reason: 'month', month};
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? undefined : {reason: 'day', year, month, day, last};
}

function checkDay(found: Day, weekday: string | undefined): Parsed<string> {
  const {era, year, month, day} = found;
  const isYearZero = era && year === 0;
  if (!isYearZero && (year < 1868 || year > 2100)) return unread('date.outOfRange');
  const unreal = unrealDay(found);
  if (unreal) return unread('date.notReal', unreal);
  const value = `${year}-${pad(month)}-${pad(day)}`;
  const warnings: InputWarningCode[] = [];
  if (era && (value < era.from || value > era.until)) warnings.push('date.eraOverrun');
  const isOther = weekday && WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()] !== weekday;
  if (isOther) warnings.push('date.weekdayMismatch');
  return read(value, {display: eraDate(value), ...(warnings.length && {warnings})});
}

/** Returns why a text is no whole date. */
function explain(text: string): Unread {
  if (/^\d+\D\d+\D\d{4}$/.test(text)) return unread('date.ambiguous', {reason: 'order'});
  if (WHOLE.test(text) || /^\d{6}$/.test(text)) return unread('date.ambiguous', {reason: 'calendar'});
  if (NO_DAY.test(text)) return unread('date.missingDay');
  return unread(NO_YEAR.test(text) ? 'date.missingYear' : 'date.format');
}

/** Reads a day, in the Gregorian calendar or by Japanese era, as `YYYY-MM-DD`. */
export function parseDate(text: string): Parsed<string> {
  const folded = foldCode(text);
  if (!folded) return unread('text.required', {example: 'date'});
  const {text: simple, weekday} = simplifyDate(folded);
  const [, era, year = '', month = '', day = ''] = WHOLE.exec(simple) ?? [];
  if (era || (year.length > 3 && day.length < 3)) return checkDay(toDay(era, year, month, day), weekday);
  const compact = COMPACT.exec(simple);
  if (!compact) return explain(simple);
  const [, name, eraYear, gregorian = '', ...rest] = compact;
  return checkDay(toDay(name, eraYear ?? gregorian, rest[0] ?? '', rest[1] ?? ''), weekday);
}

/** Reads a period (工期); one day long is long enough. An error says which end is at fault, so that a form can mark that field. */
export function parseDateRange([from, to]: readonly [string, string]): Parsed<[string, string]> {
  const start = parseDate(from);
  if (!start.valid) return {...start, part: 'from'};
  const end = parseDate(to);
  if (!end.valid) return {...end, part: 'to'};
  if (end.value < start.value) return {...unread('dateRange.order', {from: start.value}), part: 'to'};
  const warnings = [...new Set([...(start.warnings ?? []), ...(end.warnings ?? [])])];
  const display = `${eraDate(start.value)}から${eraDate(end.value)}まで`;
  return read<[string, string]>([start.value, end.value], {display, ...(warnings.length && {warnings})});
}
