import {dropSpaces, foldCode, foldHyphens, splitPair} from './characters.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

/** How a surety writes its numbers, `0` for a digit: `00000-000000`; another pattern is not checked. */
export interface ContractNumberShape {
  contractNumberPattern?: string;
}

/** The number, and the key that was pasted along with it. */
export type ParsedContractNumber = Parsed<string> & {alsoFill?: {authKey: string}};

const EAST = '00000-000000';
const LABEL = /^[^\dA-Za-z]{0,9}(?:番号|第|No\.?)[」】\]]?[:=]?/i;

/** A surety's own object is data; by name only 東日本's pattern is known, and without a name it is the default. */
function patternOf(surety: string | ContractNumberShape | undefined): string | undefined {
  if (typeof surety === 'object') return surety.contractNumberPattern;
  return !surety || /東日本|east/i.test(surety) ? EAST : undefined;
}

const LOOSE = '数字・英字と「-」';

/** 数字11けた（例：00000-000000） */
const describe = (pattern: string): string =>
  `数字${pattern.replaceAll('-', '').length}けた（例：${pattern}）`;

/** Digits in the groups of the pattern: hyphens may be missing, but not stand elsewhere. */
function readDigits(tight: string, field: string, pattern: string): Parsed<string> {
  const wrong = tight.replace(/[\d-]/g, '');
  if (wrong) {
    // More than a slip may be a key in the wrong field, and a key must not stand in a message.
    const which = wrong.length > 2 ? '' : `「${wrong}」は除いてください。`;
    return unread('contractNumber.characters', `${field}は${describe(pattern)}で入力してください。${which}`);
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
  const pair = splitPair(folded);
  const tight = foldHyphens(dropSpaces(pair?.number ?? folded))
    .replace(LABEL, '')
    .replace(/号$/, '');
  const pattern = patternOf(surety);
  const parsed =
    pattern && /^[0-]+$/.test(pattern) ? readDigits(tight, field, pattern) : readLoosely(tight, field);
  return pair && parsed.valid ? {...parsed, alsoFill: {authKey: pair.key}} : parsed;
}
