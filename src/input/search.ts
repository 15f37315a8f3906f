import {foldHyphens, stripInvisible} from './characters.js';

const VARIANTS = '髙高﨑崎𠮷吉濵浜濱浜德徳瀨瀬邉辺邊辺齋斎齊斉';

/** Small kana are written large in bank data, so they count as the same. */
const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';

const pairs = (from: readonly string[], to: readonly string[]) =>
  from.map((letter, index): [string, string] => [letter, to[index] ?? letter]);
const variants = [...VARIANTS];
const folds = new Map([
  ...pairs(
    variants.filter((_, at) => at % 2 === 0),
    variants.filter((_, at) => at % 2 === 1),
  ),
  ...pairs([...SMALL], [...LARGE]),
]);
/** Numbers of contracts are many, and there is little to fold in them. */
const PLAIN = /^[\d-]*$/;

/** What letters became that were seen before: texts are many, letters are few. */
const known = new Map<string, string>();

function learn(letter: string): string {
  const katakana = letter
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  const key = foldHyphens(folds.get(katakana) ?? katakana).replace(/[-\s・~〜]+/g, '');
  known.set(letter, key);
  return key;
}

/** Returns the search key of a text: width, kind of kana, hyphens, spaces and case are folded. */
export function searchKey(text: string): string {
  if (PLAIN.test(text)) return text.replaceAll('-', '');
  let key = '';
  for (const letter of stripInvisible(text).normalize('NFKC')) key += known.get(letter) ?? learn(letter);
  return key;
}

/** The words of a query as `searchText` would hold them. */
export const searchWords = (query = ''): string[] =>
  query
    .split(/[\s/／]+/)
    .map(searchKey)
    .filter(Boolean);

/** Facts as one text to search in; `/` parts them, so none of them may hold one. */
export const searchText = (...facts: readonly string[]): string =>
  facts.map(fact => searchKey(fact).replaceAll('/', ' ')).join('/');

/** Whether a text holds every word of a query, in any order; an empty query is held by all. */
export function matchText(query: string, text: string): boolean {
  const key = searchKey(text);
  return query.split(/\s+/).every(word => key.includes(searchKey(word)));
}

/** Whether two texts say the same apart from width, hyphens and spaces; kana and kanji must be the same. */
export function sameText(one: string, other: string): boolean {
  const [left, right] = [one, other].map(text =>
    foldHyphens(stripInvisible(text).normalize('NFKC')).replace(/[〜~]/g, '~').replace(/\s+/g, ''),
  );
  return left === right;
}
