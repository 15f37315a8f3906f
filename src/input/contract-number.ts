import {dropSpaces, foldCode, foldHyphens, splitPair} from './characters.js';
import {read, unread} from './parsed.js';
import type {Parsed, Read, Unread} from './parsed.js';

/** How a surety writes its numbers, `0` for a digit: `00000-000000`; another pattern is not checked. */
export interface ContractNumberShape {
  contractNumberPattern?: string;
}

/** The number, and the key that was pasted along with it. */
export type ParsedContractNumber = (Read<string> & {alsoFill?: {authKey: string}}) | Unread;

const EAST = '00000-000000';
const LABEL = /^[^\dA-Za-z]{0,9}(?:番号|第|No\.?)[」】\]]?[:=]?/i;

/** A surety's own object is data; by name only 東日本's pattern is known, and without a name it is the default. */
function patternOf(surety: string | ContractNumberShape | undefined): string | undefined {
  if (typeof surety === 'object') return surety.contractNumberPattern;
  return !surety || /東日本|east/i.test(surety) ? EAST : undefined;
}

/** Digits in the groups of the pattern: hyphens may be missing, but not stand elsewhere. */
function readDigits(tight: string, pattern: string): Parsed<string> {
  const wrong = tight.replace(/[\d-]/g, '');
  if (wrong) {
    // More than a slip may be a key in the wrong field, and a key must not stand in a message.
    return unread('contractNumber.characters', {pattern, letters: wrong.length > 2 ? '' : wrong});
  }
  const typed = tight.split('-').filter(Boolean);
  const digits = [...typed.join('')];
  const value = digits.length > pattern.length ? '' : pattern.replace(/0/g, () => digits.shift() ?? '');
  const isWhole = !digits.length && value.length === pattern.length;
  if (isWhole && (typed.length === 1 || typed.join('-') === value)) return read(value);
  return unread('contractNumber.length', {pattern, groups: typed.map(group => group.length).join('-')});
}

function readLoosely(tight: string): Parsed<string> {
  if (/[^\dA-Za-z-]/.test(tight)) return unread('contractNumber.characters', {pattern: '', letters: ''});
  if (/^[\dA-Za-z][\dA-Za-z-]{3,30}$/.test(tight)) return read(tight);
  return unread('contractNumber.length', {pattern: '', groups: ''});
}

/** Reads 保証契約番号: with any hyphen or none; leading zeros stay. */
export function parseContractNumber(
  text: string,
  {surety}: {surety?: string | ContractNumberShape} = {},
): ParsedContractNumber {
  const folded = foldCode(text);
  if (!folded) return unread('text.required', {example: 'contractNumber'});
  const pair = splitPair(folded);
  const tight = foldHyphens(dropSpaces(pair?.number ?? folded))
    .replace(LABEL, '')
    .replace(/号$/, '');
  const pattern = patternOf(surety);
  const parsed = pattern && /^[0-]+$/.test(pattern) ? readDigits(tight, pattern) : readLoosely(tight);
  return pair && parsed.valid ? {...parsed, alsoFill: {authKey: pair.key}} : parsed;
}
