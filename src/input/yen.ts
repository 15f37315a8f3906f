import {foldCode, foldHyphens, LONGEST_CODE} from './characters.js';
import {foldKanjiDigits, readNumeral} from './numerals.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

const LARGEST = 999_999_999_999;

const MESSAGES = {
  required: 'を入力してください。例：20,000,000',
  notNumber: 'を数字で入力してください。例：20,000,000',
  notInteger: 'は1円単位で入力してください。小数点から後は除いてください。',
  ambiguous: 'の区切りが読み取れません。区切りを除くか、3けたごとにコンマを入れてください。例：20,000,000',
  tooSmall: 'は1円以上で入力してください。',
  tooLarge: 'は999,999,999,999円以下で入力してください。けた数を確かめてください。',
};

/** Spaces mean nothing; a tab or a line break between digits parts two amounts, so it stays. */
const dropBlanks = (text: string): string =>
  text
    .replace(/\s+/g, space => (/[\t\r\n]/.test(space) ? '\t' : ''))
    .slice(0, LONGEST_CODE)
    .replace(/\t?([^\d\t])\t?/g, '$1');

interface Amount {
  digits: string;
  isNegative: boolean;
}

/** Takes off what stands around an amount on paper: 一金…円也, …円整, ¥…-, △, (…). */
function unwrap(text: string): Amount {
  const bracketed = /^\(.*\)$/s.test(text) ? text.slice(1, -1) : text;
  const signs = /^([-+△▲]|マイナス)?(金|[¥\\]|JPY)?([-+△▲]|マイナス)?/i.exec(bracketed) ?? [''];
  const rest = bracketed.slice(signs[0].length);
  const sign = `${signs[1] ?? ''}${signs[3] ?? ''}`;
  // A closing dash is written after ¥ so that nobody adds digits; without ¥ it may be a minus, so it stays.
  const closed = signs[2] ? rest.replace(/\.?-$/, '') : rest;
  const digits = closed.replace(/(?:円|圓|yen|JPY)?[也整]?$/i, '');
  return {
    digits: sign.length > 1 && !/^マ/.test(sign) ? '' : digits,
    isNegative: bracketed !== text || /[^+]/.test(sign),
  };
}

/** Names the letters that do not belong to a number. */
function mendWords(digits: string): string {
  const words = digits.replace(/[\d,.兆億万千百十]/g, '').slice(0, 20);
  return words && `「${words}」を除いて、`;
}

/** Reads a sum of money in whole yen, however a Japanese contract writes it. */
export function parseYen(text: string, {field = '金額'}: FieldName = {}): Parsed<number> {
  const fail = (kind: keyof typeof MESSAGES, lead = '') =>
    unread(`amount.${kind}`, lead + field + MESSAGES[kind]);
  const folded = foldCode(text).replace(/^一\s*金/, '金'); // 「一金…円也」 is one word, not a number
  if (!folded) return fail('required');
  const grouped = dropBlanks(foldKanjiDigits(foldHyphens(folded)));
  if (grouped.includes('\t')) return fail('ambiguous');
  const {digits, isNegative} = unwrap(grouped);
  const value = readNumeral(digits);
  if (value === 'notNumber') return fail(value, mendWords(digits));
  if (typeof value === 'string') return fail(value);
  if (isNegative || value < 1) return fail('tooSmall');
  if (value > LARGEST) return fail('tooLarge');
  const display = `${value.toLocaleString('en-US')}円`;
  // 二百万 is a number; 20百万 and 500千 are counted in the unit of a table on paper.
  return read(value, {
    display,
    ...(/^[\d,.]{2,}(?:千|百万)$/.test(digits) && {warnings: ['amount.unitThousand']}),
  });
}
