import {foldHyphens, foldWidth, stripInvisible} from './characters.js';
import {parseAuthKey} from './auth-key.js';
import {parseContractNumber} from './contract-number.js';

/** What was found in a text: both only where it is clear which is meant. */
export interface NoticeText {
  contractNumber?: string;
  authKey?: string;
  /** More than one number is in the text, so the first one was taken. */
  hasMore: boolean;
}

/** A notice is one page and a mail thread a few; what lies behind this is not looked at. */
const LONGEST_TEXT = 50_000;

/** 保証 → 保\s{0,3}証: forms spread a label over its column. */
const spread = (label: string): string => [...label].join('\\s{0,3}');

// Between a label and its value stand brackets, colons, a table's other labels: anything but letters and digits.
const GAP = '[^0-9A-Za-z]{0,40}?';
const NUMBER_LABEL = `(?:${['保証契約', '保証証書', '証書', '証券', '保証'].map(spread).join('|')})\\s{0,3}(?:番\\s{0,3}号|No\\.?)${GAP}`;
const KEY_LABEL = `(?:認\\s{0,3}証|閲\\s{0,3}覧)\\s{0,3}(?:キ\\s{0,3}[ー-]|コ\\s{0,3}[ー-]\\s{0,3}ド)${GAP}`;
// The pattern of 東日本, also with its digits spread; other sureties' are not public, so what is labelled may be any.
const NUMBER = '(?<number>\\d(?:\\s?\\d){4}\\s?-?\\s?\\d(?:\\s?\\d){5})(?![0-9A-Za-z-])';
const OTHER_NUMBER =
  '(?:第\\s?)?(?<number>(?=[0-9A-Z-]{0,6}\\d)[0-9A-Z]{1,8}(?:-[0-9A-Z]{1,12}){1,4}|\\d{6,16})(?![0-9A-Za-z-])';
const KEY =
  '(?<key>[0-9A-Za-z]{12}|[0-9A-Za-z]{4}(?:[ -][0-9A-Za-z]{4}){2}|[0-9A-Za-z](?: [0-9A-Za-z]){11})(?![0-9A-Za-z])';

const labelledNumber = new RegExp(NUMBER_LABEL + NUMBER, 'g');
const otherNumber = new RegExp(NUMBER_LABEL + OTHER_NUMBER, 'g');
const labelledKey = new RegExp(KEY_LABEL + KEY, 'g');
const anyNumber = /(?<![0-9A-Za-z-])(?<number>\d{5}-\d{6})(?![0-9A-Za-z-])/g;
const anyKey =
  /(?<![0-9A-Za-z@./_-])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])(?<key>[0-9A-Za-z]{12})(?![0-9A-Za-z@._-])/g;

const unique = (text: string, pattern: RegExp) => [
  ...new Set(
    [...text.matchAll(pattern)].map(({groups}) =>
      (groups?.['number'] ?? groups?.['key'] ?? '').replace(/\s/g, ''),
    ),
  ),
];

const fold = (text: string) => foldWidth(stripInvisible(text.slice(0, LONGEST_TEXT)));

/** A number of 東日本 by its pattern; another surety's as it was found, for only its label says what it is. */
function readNumber(found: string): string | undefined {
  for (const surety of [undefined, {}]) {
    const parsed = parseContractNumber(found, {surety});
    if (parsed.valid) return parsed.value;
  }
  return undefined;
}

/** Finds 保証契約番号 and 認証キー in the text of a notice or a mail, whichever surety wrote it. */
export function findNumberAndKey(text: string): NoticeText {
  const folded = fold(text);
  const hyphenated = foldHyphens(folded);
  const numbers = [labelledNumber, anyNumber, otherNumber]
    .map(pattern => unique(hyphenated, pattern))
    .find(found => found.length > 0);
  const keys = [labelledKey, anyKey].map(pattern => unique(folded, pattern)).find(found => found.length > 0);
  const contractNumber = readNumber(numbers?.[0] ?? '');
  const key = parseAuthKey(keys?.[0] ?? '');
  return {
    ...(contractNumber && {contractNumber}),
    ...(key.valid && {authKey: key.value}),
    hasMore: (numbers?.length ?? 0) > 1,
  };
}

/** What a text is by its own words. */
export type DocumentKind = 'notice' | 'certificate' | 'insurer' | 'other';

const CERTIFICATE = ['責に任', '保証金額', '保証期限', '被保証者', '取扱箇所'];

/** Tells a notice of the key from the certificate, which is handed in by mistake, and from an insurer's credentials. */
export function documentKind(text: string): DocumentKind {
  const tight = fold(text).replace(/\s/g, '');
  if (/認証(?:キ[ー-]|コ[ー-]ド)[」』]?等?のお知らせ/.test(tight)) return 'notice';
  if (/閲覧用(?:URL|パスワ[ー-]ド)|保証証券等確認システム/.test(tight)) return 'insurer';
  const signs = CERTIFICATE.filter(sign => tight.includes(sign)).length;
  if (/保証証書/.test(tight) && signs >= 2) return 'certificate';
  return /認証キ[ー-]/.test(tight) && /番号/.test(tight) ? 'notice' : 'other';
}
