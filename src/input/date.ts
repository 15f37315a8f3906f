import {dropSpaces, foldCode, foldHyphens, LONGEST_CODE} from './characters.js';
import {eraDate, ERAS} from './eras.js';
import {foldKanjiDigits} from './numerals.js';
import {read, unread} from './parsed.js';
import type {Era} from './eras.js';
import type {FieldName, InputWarningCode, Parsed, Unread} from './parsed.js';

const WEEKDAYS = '日月火水木金土';
const ERA = '(明治?|大正?|昭和?|平成?|令和?|[MTSHR])';
const WHOLE = new RegExp(`^${ERA}?(\\d+)[-年/. ](\\d+)[-月/. ](\\d+)日?$`, 'i');
const COMPACT = new RegExp(`^(?:${ERA}(\\d\\d)|(\\d{4}))(\\d\\d)(\\d\\d)$`, 'i');
const NO_DAY = new RegExp(`^(?:${ERA}\\d+|\\d{4}|\\d+年)(?:[-年/.](?:\\d+月?)?(?:末日?|日)?)?$`, 'i');
const NO_YEAR = new RegExp(`^(?:(?:${ERA}年)?\\d+[-月/. ](?:\\d+日?)?|${ERA}年月日)$`, 'i');

const MESSAGES = {
  format: 'を年月日で入力してください。例：2026/2/1、令和8年2月1日',
  notReal: 'は暦にない日です。年・月・日を確かめてください。',
  ambiguous:
    'の年が令和か西暦か分かりません。「令和8年2月1日」または西暦4けたの「2026/2/1」のように入力してください。',
  missingYear: 'に年を加えてください。例：令和8年2月1日、2026/2/1',
  missingDay: 'に日まで入力してください。例：令和8年2月1日、2026/2/1',
  outOfRange: 'は1868年から2100年までの日を入力してください。年のけた数を確かめてください。',
};

/** Kanji, square era signs, 元年, odd separators and spaces brought to one writing. */
function simplify(text: string): string {
  const folded = foldHyphens(text.replace(/[\u32ff\u337b-\u337e]/g, era => era.normalize('NFKC')));
  return foldKanjiDigits(folded)
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_CODE)
    .replace(
      /(\d?)十(\d?)/g,
      (_, tens: string, ones: string) => `${Number(tens || 1) * 10 + Number(ones || 0)}`,
    )
    .replace(/[T ]\d\d?:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:\+09:?00)?$/i, '')
    .replace(/ ?([^\d ]) ?/g, '$1')
    .replace(/^(?:西暦|自|至)/, '')
    .replace(/(?:から|より|まで|[〜~])$/, '')
    .replace(/元/, '1');
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

const pad = (number: number, width: number): string => String(number).padStart(width, '0');

/** Whether the calendar has the day; `Date` would quietly turn 2月30日 into 3月2日. */
function isReal({year, month, day}: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function checkDay(
  found: Day,
  weekday: string | undefined,
  fail: (kind: keyof typeof MESSAGES) => Unread,
): Parsed<string> {
  const {era, year, month, day} = found;
  if (era && year === 0) return fail('notReal');
  if (year < 1868 || year > 2100) return fail('outOfRange');
  if (!isReal(found)) return fail('notReal');
  const value = `${year}-${pad(month, 2)}-${pad(day, 2)}`;
  const warnings: InputWarningCode[] = [];
  if (era && (value < era.from || value > era.until)) warnings.push('date.eraOverrun');
  if (weekday && WEEKDAYS[new Date(`${value}T00:00:00Z`).getUTCDay()] !== weekday)
    warnings.push('date.weekdayMismatch');
  return read(value, {display: eraDate(value), ...(warnings.length && {warnings})});
}

/** Reads a day, in the Gregorian calendar or by Japanese era, as `YYYY-MM-DD`. */
export function parseDate(text: string, {field = '日付'}: FieldName = {}): Parsed<string> {
  const fail = (kind: keyof typeof MESSAGES) => unread(`date.${kind}`, field + MESSAGES[kind]);
  const folded = foldCode(text);
  if (!folded) return unread('text.required', `${field}を入力してください。例：令和8年2月1日、2026/2/1`);
  const [suffix = '', ...names] =
    /[([]([日月火水木金土])(?:曜日?)?[)\]]$|([日月火水木金土])曜日?$/.exec(dropSpaces(folded.slice(-9))) ??
    [];
  const weekday = names.find(Boolean);
  const bare = weekday ? folded.replace(/[([\s]*[日月火水木金土][曜日\s]{0,4}[)\]]?$/, '') : folded;
  void suffix;
  const simple = simplify(bare);
  const [, era, year = '', month = '', day = ''] = WHOLE.exec(simple) ?? [];
  if (era || (year.length > 3 && day.length < 3))
    return checkDay(toDay(era, year, month, day), weekday, fail);
  if (year || /^\d{6}$/.test(simple)) return fail('ambiguous');
  const compact = COMPACT.exec(simple);
  if (compact) {
    const [, name, eraYear, gregorian, month = '', day = ''] = compact;
    return checkDay(toDay(name, eraYear ?? gregorian ?? '', month, day), weekday, fail);
  }
  if (NO_DAY.test(simple)) return fail('missingDay');
  return fail(NO_YEAR.test(simple) ? 'missingYear' : 'format');
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
