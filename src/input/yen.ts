import {foldCode, foldHyphens, LONGEST_CODE} from './characters.js';
import {foldKanjiDigits, readNumeral} from './numerals.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

const LARGEST = 999_999_999_999;

const MESSAGES = {
  required: 'を入力してください。例：20,000,000',
  notNumber: 'を数字で入力してください。「税込」などの言葉は除いてください。例：20,000,000',
  notInteger: 'は1円単位で入力してください。小数点から後は除いてください。',
  ambiguous: 'の区切りが読み取れません。区切りを除くか、3けたごとにコンマを入れてください。例：20,000,000',
  tooSmall: 'は1円以上で入力してください。',
  tooLarge: 'は999,999,999,999円以下で入力してください。けた数を確かめてください。',
};

/** Spaces beside a sign or a word mean nothing; between digits they group, unless a cell or a line ends there. */
function groupSpaces(text: string): string {
  const single = text.replace(/\s+/g, space => (/[\t\r\n]/.test(space) ? '\t' : ' ')).slice(0, LONGEST_CODE);
  const tight = single.replace(/\s?([^\d\s])\s?/g, '$1');
  return /^\d(?: \d)+$/.test(tight) ? tight.replaceAll(' ', '') : tight.replaceAll(' ', ',');
}

interface Amount {
  digits: string;
  isNegative: boolean;
}

/** Takes off what stands around an amount on paper: 金…円也, ¥…-, △, (…). */
function unwrap(text: string): Amount {
  const bracketed = /^\(.*\)$/s.test(text) ? text.slice(1, -1) : text;
  const signs = /^([-+△▲]|マイナス)?(金|[¥\\]|JPY)?([-+△▲]|マイナス)?/i.exec(bracketed) ?? [''];
  const rest = bracketed.slice(signs[0].length);
  const sign = `${signs[1] ?? ''}${signs[3] ?? ''}`;
  // A closing dash is written after ¥ so that nobody adds digits; without ¥ it may be a minus, so it stays.
  const closed = signs[2] ? rest.replace(/\.?-$/, '') : rest;
  const digits = closed.replace(/(?:円|yen|JPY)?也?$/i, '');
  return {
    digits: sign.length > 1 && !/^マ/.test(sign) ? '' : digits,
    isNegative: bracketed !== text || /[^+]/.test(sign),
  };
}

/** Reads a sum of money in whole yen, however a Japanese contract writes it. */
export function parseYen(text: string, {field = '金額'}: FieldName = {}): Parsed<number> {
  const fail = (kind: keyof typeof MESSAGES) => unread(`amount.${kind}`, field + MESSAGES[kind]);
  const folded = foldCode(text);
  if (!folded) return fail('required');
  const grouped = groupSpaces(foldKanjiDigits(foldHyphens(folded)));
  if (/\d\t\d/.test(grouped)) return fail('ambiguous');
  const {digits, isNegative} = unwrap(grouped);
  const value = readNumeral(digits);
  if (typeof value === 'string') return fail(value);
  if (isNegative || value < 1) return fail('tooSmall');
  if (value > LARGEST) return fail('tooLarge');
  const display = `${value.toLocaleString('en-US')}円`;
  return read(value, {
    display,
    ...(/^[\d,.]+(?:千|百万)$/.test(digits) && {warnings: ['amount.unitThousand']}),
  });
}
