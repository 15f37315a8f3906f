import {foldCode, foldHyphens, LONGEST_CODE} from './characters.js';
import {foldKanjiDigits, readNumeral} from './numerals.js';
import {read, unread} from './parsed.js';
import type {Parsed} from './parsed.js';

const LARGEST = 999_999_999_999;

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

/** Returns the letters that do not belong to a number. */
const wrongLetters = (digits: string): string => digits.replace(/[\d,.兆億万千百十]/g, '').slice(0, 20);

/** Reads a sum of money in whole yen, however a Japanese contract writes it. */
export function parseYen(text: string): Parsed<number> {
  const folded = foldCode(text).replace(/^一\s*金/, '金'); // 「一金…円也」 is one word, not a number
  if (!folded) return unread('amount.required');
  const grouped = dropBlanks(foldKanjiDigits(foldHyphens(folded)));
  if (grouped.includes('\t')) return unread('amount.ambiguous');
  const {digits, isNegative} = unwrap(grouped);
  const value = readNumeral(digits);
  if (value === 'notNumber') return unread('amount.notNumber', {letters: wrongLetters(digits)});
  if (typeof value === 'string') return unread(`amount.${value}`);
  if (isNegative || value < 1) return unread('amount.tooSmall');
  if (value > LARGEST) return unread('amount.tooLarge');
  const display = `${value.toLocaleString('en-US')}円`;
  // 二百万 is a number; 20百万 and 500千 are counted in the unit of a table on paper.
  return read(value, {
    display,
    ...(/^[\d,.]{2,}(?:千|百万)$/.test(digits) && {warnings: ['amount.unitThousand']}),
  });
}
