import {dropSpaces, foldCode, foldHyphens} from './characters.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

/** How a surety writes its numbers, `0` for a digit: `00000-000000`; another pattern is not checked. */
export interface ContractNumberShape {
  contractNumberPattern?: string;
}

/** The number, and the key that was pasted along with it. */
export type ParsedContractNumber = Parsed<string> & {alsoFill?: {authKey: string}};

const EAST = '00000-000000';
const LABEL = /^[^\dA-Za-z]{0,9}(?:番号|第)[」】\]]?[:=]?/;

/** A surety's own object is data; by name only 東日本's pattern is known, and without a name it is the default. */
function patternOf(surety: string | ContractNumberShape | undefined): string | undefined {
  if (typeof surety === 'object') return surety.contractNumberPattern;
  return !surety || /東日本|east/i.test(surety) ? EAST : undefined;
}

const LOOSE = '数字・英字と「-」';

/** 5けた-6けたの数字（例：00000-000000） */
function describe(pattern: string): string {
  const sizes = pattern.split('-').map(group => `${group.length}けた`);
  return `${sizes.join('-')}の数字（例：${pattern}）`;
}

/** Number and key copied together from a notice or a mail. */
function splitPair(text: string): [string, string | undefined] {
  const pair = /^(.*\d)\s*(?:認\s?証\s?キ.|[\s,/])[\s:]{0,3}([\dA-Za-z]{12})$/s.exec(text);
  return pair?.[1] && pair[2] && /[A-Za-z]/.test(pair[2]) ? [pair[1], pair[2]] : [text, undefined];
}

/** Digits in the groups of the pattern: hyphens may be missing, but not stand elsewhere. */
function readDigits(tight: string, field: string, pattern: string): Parsed<string> {
  if (/[^\d-]/.test(tight)) {
    return unread(
      'contractNumber.characters',
      `${field}は${describe(pattern)}で入力してください。それ以外の文字は除いてください。`,
    );
  }
  const typed = tight.split('-').filter(Boolean);
  const digits = [...typed.join('')];
  const value = digits.length > pattern.length ? '' : pattern.replace(/0/g, () => digits.shift() ?? '');
  const isWhole = !digits.length && value.length === pattern.length;
  if (isWhole && (typed.length === 1 || typed.join('-') === value)) return read(value);
  const sizes = typed.map(group => `${group.length}けた`).join('-');
  return unread(
    'contractNumber.length',
    `${field}は${describe(pattern)}です。いまは${sizes || '数字がありません'}。けた数を確かめてください。`,
  );
}

function readLoosely(tight: string, field: string): Parsed<string> {
  if (/[^\dA-Za-z-]/.test(tight))
    return unread('contractNumber.characters', `${field}は${LOOSE}で入力してください。`);
  if (/^[\dA-Za-z][\dA-Za-z-]{3,30}$/.test(tight)) return read(tight);
  return unread('contractNumber.length', `${field}は${LOOSE}の4文字から31文字で入力してください。`);
}

/** Reads 保証契約番号: with any hyphen or none; leading zeros stay. */
export function parseContractNumber(
  text: string,
  {field = '保証契約番号', surety}: FieldName & {surety?: string | ContractNumberShape} = {},
): ParsedContractNumber {
  const folded = foldCode(text);
  if (!folded) return unread('text.required', `${field}を入力してください。例：${EAST}`);
  const [number, authKey] = splitPair(folded);
  const tight = foldHyphens(dropSpaces(number)).replace(LABEL, '').replace(/号$/, '');
  const pattern = patternOf(surety);
  const parsed =
    pattern && /^[0-]+$/.test(pattern) ? readDigits(tight, field, pattern) : readLoosely(tight, field);
  return authKey && parsed.valid ? {...parsed, alsoFill: {authKey}} : parsed;
}
