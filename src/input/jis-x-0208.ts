// Letters that systems map to the same JIS X 0208 cell as another one: 〜 ‖ − ¢ £ ¬ — and JIS X 0201's own.
const ALTERNATIVES = '\u301c\u2016\u2212\u00a2\u00a3\u00ac\u2014\u00a5\u203e';
// Letters of names whose usual substitute Unicode does not know.
const SUBSTITUTES = '髙高﨑崎𠮷吉濵浜德徳瀨瀬邉辺槗橋';
/** One bit a code unit: every letter of the standard lies below U+10000. Made when first needed. */
let table: Uint8Array | undefined;

const add = (bits: Uint8Array, letter: string): void => {
  const code = letter.charCodeAt(0);
  bits[code >> 3] = (bits[code >> 3] ?? 0) | (1 << (code & 7));
};

/** Rows 1–8 and 16–84; the decoder knows vendor rows (①, ㈱, 髙) too, which are not part of the standard. */
function jisX0208(): Uint8Array {
  if (table) return table;
  const bits = new Uint8Array(8192);
  const decoder = new TextDecoder('euc-jp');
  const bytes = new Uint8Array(188);
  for (let row = 1; row <= 84; row++) {
    if (row > 8 && row < 16) continue;
    for (let cell = 0; cell < 94; cell++) bytes.set([0xa0 + row, 0xa1 + cell], cell * 2);
    for (const letter of decoder.decode(bytes)) if (letter !== '\ufffd') add(bits, letter);
  }
  for (const letter of ALTERNATIVES) add(bits, letter);
  return (table = bits);
}

function isOutside(letter: string): boolean {
  if (letter >= ' ' && letter <= '~') return false;
  const code = letter.codePointAt(0) ?? 0;
  return code > 0xffff || !((jisX0208()[code >> 3] ?? 0) & (1 << (code & 7)));
}

/** The letters that are neither ASCII nor JIS X 0208: accepted here, though other systems may refuse them. */
export const outsideJisX0208 = (text: string): string[] => [...new Set(text)].filter(isOutside);

function substitute(letter: string): string {
  const letters = [...SUBSTITUTES];
  const at = letters.indexOf(letter);
  if (at >= 0 && at % 2 === 0) return letters[at + 1] ?? letter;
  return /\p{M}/u.test(letter) ? '' : letter.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The same text in JIS X 0208 (髙橋 → 高橋, ㈱ → (株)), or nothing when a letter has no substitute. */
export function suggestJisX0208(text: string): string | undefined {
  const suggestion = [...text].map(letter => (isOutside(letter) ? substitute(letter) : letter)).join('');
  return suggestion && !outsideJisX0208(suggestion).length ? suggestion : undefined;
}
