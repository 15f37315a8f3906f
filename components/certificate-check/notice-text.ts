import {foldHyphens, foldWidth, stripInvisible} from '../../src/input/characters.js';
import {parseAuthKey} from '../../src/input/auth-key.js';
import {parseContractNumber} from '../../src/input/contract-number.js';

/** What was found in a text: both only where it is clear which is meant. */
export interface NoticeText {
  contractNumber?: string;
  authKey?: string;
  /** More than one number is in the text, so the first one was taken. */
  hasMore: boolean;
}

/** A notice is one page and a mail thread a few; what lies behind this is not looked at. */
const LONGEST_TEXT = 50_000;

// Between a label and its value stand brackets, colons, a table's other labels: anything but letters and digits.
const GAP = '[^0-9A-Za-z]{0,40}?';
const NUMBER_LABEL = `(?:保\\s?証\\s?契\\s?約|証\\s?券|保\\s?証)\\s?(?:番\\s?号|No\\.?)${GAP}`;
const KEY_LABEL = `認\\s{0,3}証\\s{0,3}(?:キ\\s{0,3}[ー-]|コ\\s?[ー-]\\s?ド)${GAP}`;
const NUMBER = '(\\d{5}\\s?-?\\s?\\d{6})(?![0-9A-Za-z])';
const KEY = '([0-9A-Za-z]{12}|[0-9A-Za-z]{4}(?:[ -][0-9A-Za-z]{4}){2})(?![0-9A-Za-z])';

const labelledNumber = new RegExp(NUMBER_LABEL + NUMBER, 'g');
const labelledKey = new RegExp(KEY_LABEL + KEY, 'g');
const anyNumber = /(?<![0-9A-Za-z-])(\d{5}-\d{6})(?![0-9A-Za-z-])/g;
const anyKey = /(?<![0-9A-Za-z@./_-])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])([0-9A-Za-z]{12})(?![0-9A-Za-z@._-])/g;

const unique = (text: string, pattern: RegExp) => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];

/** Finds 保証契約番号 and 認証キー in the text of a notice or a mail, whichever surety wrote it. */
export function readNoticeText(text: string): NoticeText {
  const folded = foldWidth(stripInvisible(text.slice(0, LONGEST_TEXT)));
  const hyphenated = foldHyphens(folded);
  const labelled = unique(hyphenated, labelledNumber);
  const numbers = labelled.length ? labelled : unique(hyphenated, anyNumber);
  const keys = [unique(folded, labelledKey), unique(folded, anyKey)].find(found => found.length > 0) ?? [];
  const number = parseContractNumber(numbers[0] ?? '');
  const key = parseAuthKey(keys[0] ?? '');
  return {
    ...(number.valid && {contractNumber: number.value}),
    ...(key.valid && {authKey: key.value}),
    hasMore: numbers.length > 1,
  };
}
