import {dropSpaces, foldCode, foldHyphens} from './characters.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

const MESSAGES = {
  length: 'のけた数を確かめてください。固定電話は10けた、携帯電話は11けたです。例：018-863-1000',
  mustStartWith0: 'は0から始まる番号を入力してください。例：018-863-1000',
  noAreaCode: 'に市外局番を加えてください。例：018-863-1000',
  multiple: 'は1つだけ入力してください。例：018-863-1000',
};

const countDigits = (text: string): number => text.replace(/\D/g, '').length;

/** Two numbers in one field: each part between spaces, commas or slashes is long enough to be one. */
const holdsTwo = (text: string): boolean =>
  text.split(/[\s,;/・|]+|または|又は|及び/).filter(part => countDigits(part) >= 9).length > 1;

/** Mobile, IP and 0800 numbers have eleven digits, all others ten: no area code has 0 as its third digit. */
const hasRightLength = (digits: string): boolean => digits.length === (/^0[25-9]0/.test(digits) ? 11 : 10);

/** Reads a Japanese phone number as digits: any grouping, any hyphen, +81 too. */
export function parsePhone(text: string, {field = '電話番号'}: FieldName = {}): Parsed<string> {
  const fail = (kind: keyof typeof MESSAGES) => unread(`phone.${kind}`, field + MESSAGES[kind]);
  const folded = foldHyphens(foldCode(text))
    .replace(/^(?:tel|電話番号|電話|[☎☏℡])[\s:.]{0,3}/i, '')
    .replace(/\(代表?\)$/, '');
  if (!folded) return unread('text.required', `${field}を入力してください。例：018-863-1000`);
  if (holdsTwo(folded.slice(0, 200))) return fail('multiple');
  const tight = dropSpaces(folded).replace(/^\+81-?(?:\(0\)|0)?/, '0');
  const wrong = [...new Set(tight.replace(/^\+|[\d().\-/]/g, ''))].slice(0, 10).join('');
  if (wrong)
    return unread(
      'phone.characters',
      `${field}は数字で入力してください。「${wrong}」は除いてください。例：018-863-1000`,
    );
  const digits = tight.replace(/\D/g, '');
  if (!/^0/.test(tight.replace('(', ''))) {
    if (digits.length >= 9) return fail('mustStartWith0');
    return fail(digits.length >= 5 ? 'noAreaCode' : 'length');
  }
  return hasRightLength(digits) ? read(digits) : fail('length');
}
