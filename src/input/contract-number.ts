import {dropSpaces, foldCode, foldHyphens} from './characters.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

/** How a surety groups the digits of its numbers; no groups: the surety's way is not known. */
export interface ContractNumberShape {
  groups?: readonly number[];
}

/** The number, and the key that was pasted along with it. */
export type ParsedContractNumber = Parsed<string> & {alsoFill?: {authKey: string}};

const EAST: ContractNumberShape = {groups: [5, 6]};
const LABEL = /^[^\dA-Za-z]{0,9}(?:番号|第)[」】\]]?[:=]?/;

/** A surety's own object is data; by name only 東日本's pattern is known, and without a name it is the default. */
function shapeOf(surety: string | ContractNumberShape | undefined): ContractNumberShape {
  if (typeof surety === 'object') return surety;
  return !surety || /東日本|east/i.test(surety) ? EAST : {};
}

function describe(groups: readonly number[]): string {
  return `${groups.map(size => `${size}けた`).join('-')}の数字（例：${groups.map(size => '0'.repeat(size)).join('-')}）`;
}

/** Number and key copied together from a notice or a mail. */
function splitPair(text: string): [string, string | undefined] {
  const pair = /^(.*\d)\s*(?:認\s?証\s?キ.|[\s,/])[\s:]{0,3}([\dA-Za-z]{12})$/s.exec(text);
  return pair?.[1] && pair[2] && /[A-Za-z]/.test(pair[2]) ? [pair[1], pair[2]] : [text, undefined];
}

/** Reads 保証契約番号: with any hyphen or none; leading zeros stay. */
export function parseContractNumber(
  text: string,
  {field = '保証契約番号', surety}: FieldName & {surety?: string | ContractNumberShape} = {},
): ParsedContractNumber {
  const folded = foldCode(text);
  if (!folded) return unread('text.required', `${field}を入力してください。例：00000-000000`);
  const [first, authKey] = splitPair(folded.slice(0, 500));
  const tight = foldHyphens(dropSpaces(first)).replace(LABEL, '').replace(/号$/, '');
  const {groups} = shapeOf(surety);
  const extra = authKey ? {alsoFill: {authKey}} : {};
  if (!groups) {
    if (/[^\dA-Za-z-]/.test(tight))
      return unread('contractNumber.characters', `${field}は数字・英字と「-」で入力してください。`);
    if (!/^[\dA-Za-z][\dA-Za-z-]{3,30}$/.test(tight))
      return unread('contractNumber.length', `${field}は4文字から31文字で入力してください。`);
    return {...read(tight), ...extra};
  }
  if (/[^\d-]/.test(tight))
    return unread(
      'contractNumber.characters',
      `${field}は${describe(groups)}で入力してください。英字などは使えません。`,
    );
  const typed = tight.split(/-+/).filter(Boolean);
  const digits = typed.join('');
  const parts = groups.map((size, at) =>
    digits.slice(...[0, size].map(n => n + groups.slice(0, at).reduce((a, b) => a + b, 0))),
  );
  const isRight =
    digits.length === groups.reduce((a, b) => a + b, 0) &&
    (typed.length === 1 || typed.join() === parts.join());
  if (!isRight)
    return unread(
      'contractNumber.length',
      `${field}は${describe(groups)}です。けた数を確かめてください（いまは${typed.map(part => part.length).join('-') || 0}けた）。`,
    );
  return {...read(parts.join('-')), ...extra};
}
