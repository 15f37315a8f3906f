import {dropSpaces, foldCode, foldHyphens, splitPair} from './characters.js';
import {read, unread} from './parsed.js';
import type {Read, Unread} from './parsed.js';

const LENGTH = 12;
const LABEL = /^[^\dA-Za-z]{0,9}認証[キｷ].[」】\]]?[:=]?/;
const QUOTED = /^["'「『(](.*)["'」』)]$/;

/** The key, and the number that was pasted along with it. */
export type ParsedAuthKey = (Read<string> & {alsoFill?: {contractNumber: string}}) | Unread;

/** Reads 認証キー: case matters, and no letter is taken for another; an error tells a position, never the key. */
export function parseAuthKey(text: string): ParsedAuthKey {
  const folded = foldCode(text);
  const pair = splitPair(folded);
  const bare = foldHyphens(dropSpaces(pair?.key ?? folded)).replace(LABEL, '');
  const key = (QUOTED.exec(bare)?.[1] ?? bare).replaceAll('-', '');
  if (!key) return unread('authKey.required');
  const position = [...key].findIndex(letter => !/[\dA-Za-z]/.test(letter)) + 1;
  if (position) return unread('authKey.characters', {position});
  if (key.length !== LENGTH) return unread('authKey.length', {max: LENGTH, count: key.length});
  return {...read(key), ...(pair && {alsoFill: {contractNumber: pair.number}})};
}
