import {foldHyphens} from './characters.js';
import {foldKanjiDigits} from './numerals.js';

/** A date text without what may stand around a date, and the weekday that stood there. */
export interface DateText {
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
export function simplifyDate(folded: string): DateText {
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
