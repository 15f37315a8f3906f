const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const HYPHENS =
  /[\u02d7\u058a\u2010-\u2015\u2043\u207b\u208b\u2212\u2500\u2501\u2796\u30fc\ufe58\ufe63\uff0d\uff70]/g;

/** Numeric-like fields longer than this cannot be meant; what lies behind it is not looked at. */
export const LONGEST_CODE = 10_000;

/** Removes invisible characters: zero-width characters, soft hyphens, direction marks, the byte order mark. */
export const stripInvisible = (text: string): string => text.replace(INVISIBLE, '');

/** Full-width letters, digits, signs and spaces become ASCII; kana and kanji stay. */
export function foldWidth(text: string): string {
  return text
    .replace(/[！-～]/g, letter => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(SPACES, ' ')
    .replace(/[。｡]/g, '.')
    .replace(/[、､]/g, ',')
    .replace(/￥/g, '¥');
}

/** Every look-alike of a hyphen becomes `-`, the long vowel mark included: not for names. */
export const foldHyphens = (text: string): string => text.replace(HYPHENS, '-');

/** The common first step for amounts, dates, phones, codes: invisible out, width folded, ends trimmed. */
export function foldCode(text: string | null | undefined): string {
  const seen = stripInvisible(String(text ?? '')).trim();
  return foldWidth(seen.length > LONGEST_CODE ? dropSpaces(seen) : seen).trim();
}

/** Without any white space, and no longer than a code can be. */
export const dropSpaces = (text: string): string => text.replace(/\s+/g, '').slice(0, LONGEST_CODE);

/**
 * Half-width kana become full-width, and kana followed by a combining (semi-)voiced mark become one letter.
 * Only kana: Unicode normalisation of a whole name would replace 神 (U+FA19) and 塚 (U+FA10) by other letters.
 */
export function composeKana(text: string): string {
  return text
    .replace(/[\uff61-\uff9f]+/g, kana => kana.normalize('NFKC'))
    .replace(/[\u3041-\u30ff][\u3099\u309a]/g, kana => kana.normalize('NFC'));
}

/** ASCII letters, digits, signs and spaces become full-width; quotation marks take the form that JIS X 0208 has. */
export const toFullWidth = (text: string): string =>
  text
    .replaceAll('"', '”')
    .replaceAll("'", '’')
    .replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');

/** Number and key copied together from a notice or a mail, with their labels or without. */
export function splitPair(folded: string): {number: string; key: string} | undefined {
  const text = foldHyphens(folded.slice(0, 200));
  const [, number, key = ''] = /^[^\dA-Za-z]*(\d[\d-]*\d)[^\dA-Za-z]+([\dA-Za-z]{12})$/.exec(text) ?? [];
  return number && /[A-Za-z]/.test(key) ? {number, key} : undefined;
}
