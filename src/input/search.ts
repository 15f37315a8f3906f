import {foldHyphens, stripInvisible} from './characters.js';

const VARIANTS = '髙高﨑崎𠮷吉濵浜濱浜德徳瀨瀬邉辺邊辺齋斎齊斉';

/** Small kana are written large in bank data, so they count as the same. */
const SMALL = 'ァィゥェォッャュョヮヵヶ';
const LARGE = 'アイウエオツヤユヨワカケ';

function foldLetter(letter: string): string {
  const letters = [...VARIANTS];
  const at = letters.indexOf(letter);
  if (at >= 0 && at % 2 === 0) return letters[at + 1] ?? letter;
  return LARGE[SMALL.indexOf(letter)] ?? letter;
}

/** What two texts have in common when width, kind of kana, hyphens, spaces and case do not matter. */
export function searchKey(text: string): string {
  const katakana = stripInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ぁ-ゖ]/g, kana => String.fromCharCode(kana.charCodeAt(0) + 0x60));
  const letters = [...katakana].map(foldLetter).join('');
  return foldHyphens(letters).replace(/[-\s・~〜]+/g, '');
}

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
