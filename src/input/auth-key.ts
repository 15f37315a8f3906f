import {dropSpaces, foldCode, foldHyphens, splitPair} from './characters.js';
import {read, unread} from './parsed.js';
import type {FieldName, Parsed} from './parsed.js';

const LENGTH = 12;
const LABEL = /^[^\dA-Za-z]{0,9}認証[キｷ].[」】\]]?[:=]?/;
const QUOTED = /^["'「『(](.*)["'」』)]$/;

/** The key, and the number that was pasted along with it. */
export type ParsedAuthKey = Parsed<string> & {alsoFill?: {contractNumber: string}};

/** Reads 認証キー: case matters, and no letter is taken for another; a message tells a position, never the key. */
export function parseAuthKey(text: string, {field = '認証キー'}: FieldName = {}): ParsedAuthKey {
  const folded = foldCode(text);
  const pair = splitPair(folded);
  const bare = foldHyphens(dropSpaces(pair?.key ?? folded)).replace(LABEL, '');
  const key = (QUOTED.exec(bare)?.[1] ?? bare).replaceAll('-', '');
  if (!key) return unread('authKey.required', `${field}を入力してください。12文字の英数字です。`);
  const position = [...key].findIndex(letter => !/[\dA-Za-z]/.test(letter)) + 1;
  if (position) {
    return unread(
      'authKey.characters',
      `${field}の${position}文字目は英数字ではありません。お知らせの${field}をそのまま貼り付けてください。`,
    );
  }
  if (key.length !== LENGTH) {
    return unread(
      'authKey.length',
      `${field}は12文字です。いまは${key.length}文字です。お知らせの${field}をそのまま貼り付けてください。`,
    );
  }
  return {...read(key), ...(pair && {alsoFill: {contractNumber: pair.number}})};
}
