import {dropSpaces, foldCode, foldHyphens} from './characters.js';
import {read, unread} from './parsed.js';
import type {Parsed} from './parsed.js';

const countDigits = (text: string): number => text.replace(/\D/g, '').length;

/** Two numbers in one field: each part between spaces, commas or slashes is long enough to be one. */
const holdsTwo = (text: string): boolean =>
  text.split(/[\s,;/・|]+|または|又は|及び/).filter(part => countDigits(part) >= 9).length > 1;

/** Mobile, IP and 0800 numbers have eleven digits, all others ten: no area code has 0 as its third digit. */
const hasRightLength = (digits: string): boolean => digits.length === (/^0[25-9]0/.test(digits) ? 11 : 10);

/** Reads a Japanese phone number as digits: any grouping, any hyphen, +81 too. */
export function parsePhone(text: string): Parsed<string> {
  const folded = foldHyphens(foldCode(text))
    .replace(/^(?:tel|電話番号|電話|[☎☏℡])[\s:.]{0,3}/i, '')
    .replace(/\(代表?\)$/, '');
  if (!folded) return unread('text.required', {example: 'phone'});
  if (holdsTwo(folded.slice(0, 200))) return unread('phone.multiple');
  const tight = dropSpaces(folded).replace(/^\+81-?(?:\(0\)|0)?/, '0');
  const letters = [...new Set(tight.replace(/^\+|[\d().\-/]/g, ''))].slice(0, 10).join('');
  if (letters) return unread('phone.characters', {letters});
  const digits = tight.replace(/\D/g, '');
  if (!/^0/.test(tight.replace('(', ''))) {
    if (digits.length >= 9) return unread('phone.mustStartWith0');
    return unread(digits.length >= 5 ? 'phone.noAreaCode' : 'phone.length');
  }
  return hasRightLength(digits) ? read(digits) : unread('phone.length');
}
