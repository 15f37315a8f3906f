import {foldCode} from './characters.js';
import {simplifyDate} from './date-text.js';
import {eraDate, ERAS} from './eras.js';
import {read, unread} from './parsed.js';
import type {Era} from './eras.js';
import type {FieldName, InputWarningCode, Parsed, Unread} from './parsed.js';

const WEEKDAYS = '日月火水木金土';
const ERA = '(明治?|大正?|昭和?|平成?|令和?|[MTSHR])';
const WHOLE = new RegExp(`^${ERA}?(\\d+)[-年/., ](\\d+)[-月/., ](\\d+)日?$`, 'i');
const COMPACT = new RegExp(`^(?:${ERA}(\\d\\d)|(\\d{4}))(\\d\\d)(\\d\\d)$`, 'i');
const NO_DAY = new RegExp(`^(?:${ERA}\\d+|\\d{4}|\\d+年)(?:[-年/., ](?:\\d+月?)?(?:末日?|日)?)?$`, 'i');
const NO_YEAR = new RegExp(`^(?:(?:${ERA}?年)?\\d+[-月/., ](?:\\d+日?)?|${ERA}?年月日)$`, 'i');
const EXAMPLES = '例：令和8年2月1日、2026/2/1';

const MESSAGES = {
  format: 'を年月日で入力してください。',
  order: 'は、令和または西暦4けたの年から、年・月・日の順に入力してください。',
  ambiguous:
    'の年に「令和」を付けるか、西暦4けたで入力してください。このままでは、令和か西暦か分かりません。',
  missingYear: 'に年を加えてください。',
  missingDay: 'に日まで入力してください。',
  outOfRange: 'は1868年から2100年までの日を入力してください。年のけた数を確かめてください。',
};

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

/** How a day that the calendar does not have is mended; `Date` would quietly turn 2月30日 into 3月2日. */
function mendUnreal({year, month, day}: Day): string | undefined {
  if (month < 1 || month > 12) return `の月は1から12までで入力してください。${month}月は暦にありません。`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day >= 1 && day <= last) return undefined;
  return `を確かめてください。${year}年${month}月は1日から${last}日までで、${day}日は暦にありません。`;
}

function checkDay(found: Day, weekday: string | undefined, field: string): Parsed<string> {
  const {era, year, month, day} = found;
  const unreal = (mend: string): Unread => unread('date.notReal', field + mend);
  if (era && year === 0)
    return unreal(
      `の年を確かめてください。${era.name}0年は暦にありません。1年（元年）から入力してください。`,
    );
  if (year < 1868 || year > 2100) return unread('date.outOfRange', field + MESSAGES.outOfRange);
  const mend = mendUnreal(found);
  if (mend) return unreal(mend);
  const value = `${year}-${pad(month)}-${pad(day)}`;
  const warnings: InputWarningCode[] = [];
  if (era && (value < era.from || value > era.until)) warnings.push('date.eraOverrun');
  const isOther = weekday && WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()] !== weekday;
  if (isOther) warnings.push('date.weekdayMismatch');
  return read(value, {display: eraDate(value), ...(warnings.length && {warnings})});
}

/** Why a text is no whole date: each lack has its own words. */
function explain(text: string, field: string): Unread {
  const fail = (kind: 'format' | 'ambiguous' | 'missingYear' | 'missingDay', words = MESSAGES[kind]) =>
    unread(`date.${kind}`, field + words + EXAMPLES);
  if (/^\d+\D\d+\D\d{4}$/.test(text)) return fail('ambiguous', MESSAGES.order);
  if (WHOLE.test(text) || /^\d{6}$/.test(text)) return fail('ambiguous');
  if (NO_DAY.test(text)) return fail('missingDay');
  return fail(NO_YEAR.test(text) ? 'missingYear' : 'format');
}

/** Reads a day, in the Gregorian calendar or by Japanese era, as `YYYY-MM-DD`. */
export function parseDate(text: string, {field = '日付'}: FieldName = {}): Parsed<string> {
  const folded = foldCode(text);
  if (!folded) return unread('text.required', `${field}を入力してください。${EXAMPLES}`);
  const {text: simple, weekday} = simplifyDate(folded);
  const [, era, year = '', month = '', day = ''] = WHOLE.exec(simple) ?? [];
  if (era || (year.length > 3 && day.length < 3))
    return checkDay(toDay(era, year, month, day), weekday, field);
  const compact = COMPACT.exec(simple);
  if (!compact) return explain(simple, field);
  const [, name, eraYear, gregorian = '', ...rest] = compact;
  return checkDay(toDay(name, eraYear ?? gregorian, rest[0] ?? '', rest[1] ?? ''), weekday, field);
}

/** Which end of a range the error belongs to, so that a form can mark that field. */
export type ParsedDateRange = Parsed<[string, string]> & {part?: 'from' | 'to'};

/** Reads a period (工期); one day long is long enough. */
export function parseDateRange(
  [from, to]: readonly [string, string],
  {field = '工期'}: FieldName = {},
): ParsedDateRange {
  const start = parseDate(from, {field: `${field}の始まりの日`});
  if (!start.valid) return {...start, part: 'from'};
  const end = parseDate(to, {field: `${field}の終わりの日`});
  if (!end.valid) return {...end, part: 'to'};
  if (end.value < start.value) {
    const message = `${field}の終わりの日を、始まりの日（${eraDate(start.value)}）と同じ日か、それより後の日にしてください。`;
    return {...unread('dateRange.order', message), part: 'to'};
  }
  const warnings = [...new Set([...(start.warnings ?? []), ...(end.warnings ?? [])])];
  const display = `${eraDate(start.value)}から${eraDate(end.value)}まで`;
  return read<[string, string]>([start.value, end.value], {display, ...(warnings.length && {warnings})});
}
